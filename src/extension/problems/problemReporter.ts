import * as vscode from 'vscode';
import type { Problem } from '../../core/problem.ts';
import type { Session } from '../session.ts';
import type { Sessions } from '../sessions.ts';

/** What the Problems panel names as the source, and the quick fixes look for. */
export const problemSource = 'Retrolog';

/** Shows in the Problems panel what is wrong with the files of every log. */
export class ProblemReporter implements vscode.Disposable {
  readonly #sessions: Sessions;
  readonly #collection = vscode.languages.createDiagnosticCollection('retrolog');
  readonly #listening: vscode.Disposable;
  #shown: ReadonlyMap<string, string> = new Map();

  constructor(sessions: Sessions) {
    this.#sessions = sessions;
    this.#listening = sessions.onDidChange(() => this.#report());
    this.#report();
  }

  dispose(): void {
    this.#listening.dispose();
    this.#collection.dispose();
  }

  #report(): void {
    const files = new Map<string, { uri: vscode.Uri; problems: Problem[] }>();
    for (const session of this.#sessions.all) {
      for (const problem of session.log.problems) {
        const uri = session.uriOf(problem.path);
        const file = files.get(uri.toString()) ?? { uri, problems: [] };
        file.problems.push(problem);
        files.set(uri.toString(), file);
      }
    }
    for (const path of this.#shown.keys()) {
      if (!files.has(path)) {
        this.#collection.delete(vscode.Uri.parse(path));
      }
    }
    const shown = new Map([...files].map(([key, file]) => [key, JSON.stringify(file.problems)]));
    for (const [key, { uri, problems }] of files) {
      if (this.#shown.get(key) !== shown.get(key)) {
        this.#collection.set(uri, problems.map(diagnosticOf));
      }
    }
    this.#shown = shown;
  }
}

/** The problem that a diagnostic of ours shows. */
export function problemOf(
  session: Session,
  uri: vscode.Uri,
  diagnostic: vscode.Diagnostic,
): Problem | undefined {
  const path = session.pathOf(uri);
  return path === undefined || diagnostic.source !== problemSource
    ? undefined
    : session.log
        .problemsOf(path)
        .find(
          (problem) => problem.code === diagnostic.code && problem.line - 1 === diagnostic.range.start.line,
        );
}

function diagnosticOf(problem: Problem): vscode.Diagnostic {
  const line = problem.line - 1;
  const diagnostic = new vscode.Diagnostic(
    new vscode.Range(line, 0, line, Number.MAX_SAFE_INTEGER),
    problem.message,
    problem.severity === 'error' ? vscode.DiagnosticSeverity.Error : vscode.DiagnosticSeverity.Warning,
  );
  diagnostic.source = problemSource;
  diagnostic.code = problem.code;
  return diagnostic;
}
