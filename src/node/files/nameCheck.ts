import * as l10n from '@vscode/l10n';
import { foldedName, portableNameProblem } from './portableName.ts';

/** Looks over the names of one folder for those that some systems cannot have, alone or beside each other. */
export class NameCheck {
  readonly #report: (name: string, detail: string) => void;
  readonly #seen = new Map<string, string>();

  constructor(report: (name: string, detail: string) => void) {
    this.#report = report;
  }

  /** Takes the next name; each pair that clashes is reported once, under the name that sorts last. */
  see(name: string): void {
    const problem = portableNameProblem(name);
    if (problem !== undefined) {
      this.#report(name, problem);
    }
    const folded = foldedName(name);
    const other = this.#seen.get(folded);
    if (other === undefined) {
      this.#seen.set(folded, name);
      return;
    }
    const [first, last] = other < name ? [other, name] : [name, other];
    this.#seen.set(folded, first);
    this.#report(last, l10n.t('Some systems take it for the same name as “{0}”.', first));
  }
}
