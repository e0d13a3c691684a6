import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import { type BucketLength, bucketLengths } from '../../core/trends/buckets.ts';
import { type Period, periods } from '../../protocol/trends.ts';
import { codicon } from '../codicon.ts';
import type { TrendsActions } from './trendsActions.ts';
import type { TrendsModel } from './trendsModel.ts';

interface Option {
  readonly value: string;
  readonly words: string;
}

/** What can be looked at: how far back, in which steps, and which part of the log. */
export function renderChoices({ state }: TrendsModel, actions: TrendsActions): TemplateResult {
  const { choice, logs, areas, tags } = state;
  return html`<form class="choices" aria-label=${l10n.t('What is shown')}>
    ${
      logs.length === 0
        ? nothing
        : renderChoice(
            l10n.t('Log'),
            choice.log ?? '',
            logs.map(({ id, name }) => ({ value: id, words: name })),
            (log) => actions.choose({ log, area: '', tag: '' }),
          )
    }
    ${renderChoice(
      l10n.t('Period'),
      choice.period,
      periods.map((period) => ({ value: period, words: periodName(period) })),
      (period) => actions.choose({ period: period as Period }),
    )}
    ${renderChoice(
      l10n.t('By'),
      choice.every,
      bucketLengths.map((length) => ({ value: length, words: lengthName(length) })),
      (every) => actions.choose({ every: every as BucketLength }),
    )}
    ${renderPart(l10n.t('Area'), l10n.t('All areas'), areas, choice.area, (area) => actions.choose({ area }))}
    ${renderPart(l10n.t('Tag'), l10n.t('All tags'), tags, choice.tag, (tag) => actions.choose({ tag }))}
    <button
      type="button"
      class="icon-button keys-button"
      title=${l10n.t('Keys (?)')}
      aria-label=${l10n.t('Keys')}
      @click=${() => actions.showKeys()}
    >
      ${codicon('keyboard')}
    </button>
  </form>`;
}

/** What was chosen stays in the list, though nothing in the log has it any more. */
function renderPart(
  label: string,
  all: string,
  words: readonly string[],
  chosen: string | undefined,
  choose: (word: string) => void,
): TemplateResult | typeof nothing {
  const known = chosen === undefined || words.includes(chosen) ? words : [chosen, ...words];
  return known.length === 0
    ? nothing
    : renderChoice(
        label,
        chosen ?? '',
        [{ value: '', words: all }, ...known.map((word) => ({ value: word, words: word }))],
        choose,
      );
}

function renderChoice(
  label: string,
  chosen: string,
  options: readonly Option[],
  choose: (value: string) => void,
): TemplateResult {
  return html`<label class="choice">
    <span>${label}</span>
    <select @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
      ${options.map(
        ({ value, words }) => html`<option value=${value} .selected=${value === chosen}>${words}</option>`,
      )}
    </select>
  </label>`;
}

function periodName(period: Period): string {
  switch (period) {
    case 'halfYear':
      return l10n.t('26 weeks');
    case 'year':
      return l10n.t('1 year');
    case 'twoYears':
      return l10n.t('2 years');
    case 'all':
      return l10n.t('Everything');
  }
}

function lengthName(length: BucketLength): string {
  switch (length) {
    case 'week':
      return l10n.t('Week');
    case 'month':
      return l10n.t('Month');
    case 'quarter':
      return l10n.t('Quarter');
  }
}
