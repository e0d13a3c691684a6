import * as l10n from '@vscode/l10n';
import { foldedName, isPlainName, portableNameProblem } from './portableName.ts';

/** Looks over the names of one folder for those that some systems cannot have, alone or beside each other. */
export class NameCheck {
  readonly #report: (name: string, detail: string) => void;
  readonly #seen = new Map<string, string>();
  /** Nearly all names. No two of them clash, so they are looked at only where there is another. */
  #plain: string[] = [];

  constructor(report: (name: string, detail: string) => void) {
    this.#report = report;
  }

  /** Takes the next name; each pair that clashes is reported once, under the name that sorts last. */
  see(name: string): void {
    if (this.#seen.size === 0 && isPlainName(name)) {
      this.#plain.push(name);
      return;
    }
    for (const plain of this.#plain) {
      this.#seen.set(plain, plain);
    }
    this.#plain = [];
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
