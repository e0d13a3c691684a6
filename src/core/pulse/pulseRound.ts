import * as l10n from '@vscode/l10n';
import { RetroError } from '../retroError.ts';
import { type PulseResult, pulseResult } from './pulseResult.ts';
import type { Survey } from './survey.ts';

/**
 * One round of a survey while it is open. Each participant has one slot; a new answer takes the place of the one
 * before, and nothing tells that it did. What is in the slots is never given out: only how many there are, who has
 * one, and what all come to together.
 */
export class PulseRound {
  readonly id: string;
  readonly survey: Survey;
  readonly #slots = new Map<string, readonly number[]>();

  constructor(id: string, survey: Survey) {
    this.id = id;
    this.survey = survey;
  }

  /** Who has answered. */
  get answeredBy(): readonly string[] {
    return [...this.#slots.keys()];
  }

  hasAnswered(participant: string): boolean {
    return this.#slots.has(participant);
  }

  /**
   * Takes somebody’s answers, or those that they give instead.
   *
   * @param ratings one for each question, in the order of the survey
   * @throws RetroError `bad-input` where one is missing or not on the scale; then all is as it was
   */
  answer(participant: string, ratings: readonly number[]): void {
    const { questions, scale } = this.survey;
    const isOnScale = (rating: number): boolean =>
      Number.isInteger(rating) && rating >= scale.from && rating <= scale.to;
    if (ratings.length !== questions.length || !ratings.every(isOnScale)) {
      throw new RetroError(
        'bad-input',
        l10n.t('Give every statement a number from {0} to {1}, then send it.', scale.from, scale.to),
      );
    }
    this.#slots.set(participant, [...ratings]);
  }

  /** Somebody was taken off the board, and their answers with them. */
  forget(participant: string): boolean {
    return this.#slots.delete(participant);
  }

  /** What all answers come to; `undefined` for fewer than five. */
  result(): PulseResult | undefined {
    return pulseResult(this.survey, [...this.#slots.values()]);
  }

  /** Lets all answers go. */
  clear(): void {
    this.#slots.clear();
  }
}
