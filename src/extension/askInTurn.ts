import * as vscode from 'vscode';

/** A question that is answered by typing. */
export interface TextQuestion {
  readonly title: string;
  readonly prompt?: string;
  /** What stands there already, to be changed. */
  readonly value?: string;
  /** Why a text will not do; `undefined` where it will. */
  readonly check?: (text: string) => string | undefined;
}

/** A question that is answered by choosing. */
export interface ChoiceQuestion {
  readonly title: string;
  readonly placeholder?: string;
  readonly choices: readonly Choice[];
  /** What a text stands for that is none of the choices; `undefined` where it stands for nothing. */
  readonly typed?: (text: string) => Choice | undefined;
}

export interface Choice extends vscode.QuickPickItem {
  /** The answer. */
  readonly value: string;
}

/**
 * Asks one question after another, each with its number, and resolves to all answers in that order. Escape goes one
 * step back and loses nothing of what was typed; at the first question it ends: `undefined`.
 */
export async function askInTurn(
  questions: readonly (TextQuestion | ChoiceQuestion)[],
): Promise<readonly string[] | undefined> {
  const answers: (string | undefined)[] = [];
  for (let at = 0; at < questions.length; ) {
    const question = questions[at];
    if (question === undefined) {
      break;
    }
    const place = { at, of: questions.length, before: answers[at] };
    const answer = 'choices' in question ? await choose(question, place) : await type(question, place);
    if (answer.done) {
      answers[at] = answer.text;
      at += 1;
    } else if (at === 0) {
      return undefined;
    } else {
      answers[at] = answer.text;
      at -= 1;
    }
  }
  return answers.map((answer) => answer ?? '');
}

/** Where a question stands among all, and what was answered before it was gone back to. */
interface Turn {
  readonly at: number;
  readonly of: number;
  readonly before: string | undefined;
}

interface Answer {
  readonly done: boolean;
  readonly text: string | undefined;
}

function type(question: TextQuestion, turn: Turn): Promise<Answer> {
  const input = vscode.window.createInputBox();
  if (question.prompt !== undefined) {
    input.prompt = question.prompt;
  }
  input.value = turn.before ?? question.value ?? '';
  input.onDidChangeValue((text) => {
    input.validationMessage = question.check?.(text.trim()) ?? '';
  });
  return asked(
    input,
    question.title,
    turn,
    () => {
      const wrong = question.check?.(input.value.trim());
      input.validationMessage = wrong ?? '';
      return wrong === undefined ? input.value.trim() : undefined;
    },
    () => input.value.trim(),
  );
}

function choose(question: ChoiceQuestion, turn: Turn): Promise<Answer> {
  const pick = vscode.window.createQuickPick<Choice>();
  const { choices, typed } = question;
  pick.placeholder = question.placeholder ?? '';
  pick.items = choices;
  pick.activeItems = choices.filter((choice) => choice.value === turn.before);
  pick.onDidChangeValue((text) => {
    const own = typed?.(text.trim());
    // Behind the others: the editor knows items by their places in the list, and none of them moves.
    pick.items = own === undefined ? choices : [...choices, { ...own, alwaysShow: true }];
  });
  return asked(
    pick,
    question.title,
    turn,
    () => (pick.selectedItems[0] ?? typed?.(pick.value.trim()))?.value,
    () => turn.before,
  );
}

/**
 * Shows an input until it is answered or left.
 *
 * @param accepted the answer as it stands; `undefined` while it will not do
 * @param left what is kept where it is gone back
 */
function asked(
  input: vscode.InputBox | vscode.QuickPick<Choice>,
  title: string,
  turn: Turn,
  accepted: () => string | undefined,
  left: () => string | undefined,
): Promise<Answer> {
  input.title = title;
  input.step = turn.at + 1;
  input.totalSteps = turn.of;
  input.ignoreFocusOut = true;
  return new Promise((resolve) => {
    input.onDidAccept(() => {
      const text = accepted();
      if (text !== undefined) {
        resolve({ done: true, text });
        input.hide();
      }
    });
    input.onDidHide(() => {
      resolve({ done: false, text: left() });
      input.dispose();
    });
    input.show();
  });
}
