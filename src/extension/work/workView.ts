import * as vscode from 'vscode';
import { rowInFocus } from '../rowInFocus.ts';
import type { Sessions } from '../sessions.ts';
import { UnaskedRows } from '../unaskedRows.ts';
import type { WorkEntry, WorkNode } from './workNodes.ts';
import type { WorkTree } from './workTree.ts';

/** The view of open work. What fills it is loaded when a log has been read, after the extension has started. */
export class WorkView implements vscode.Disposable {
  readonly #sessions: Sessions;
  readonly #output: vscode.LogOutputChannel;
  readonly #view: vscode.TreeView<WorkNode>;
  readonly #changed = new vscode.EventEmitter<WorkNode[] | undefined>();
  readonly #unasked = new UnaskedRows<WorkNode>((rows) => {
    // Otherwise the editor asks for nothing.
    if (this.#view.visible) {
      this.#changed.fire(rows && [...rows]);
    }
  });
  readonly #disposables: vscode.Disposable[];
  #tree: WorkTree | undefined;
  #timer: NodeJS.Timeout | undefined;
  #midnight: NodeJS.Timeout | undefined;

  constructor(sessions: Sessions, output: vscode.LogOutputChannel) {
    this.#sessions = sessions;
    this.#output = output;
    this.#view = vscode.window.createTreeView<WorkNode>('retrolog.work', {
      treeDataProvider: {
        onDidChangeTreeData: this.#changed.event,
        getChildren: (node) => {
          this.#unasked.asked(node);
          return this.#tree?.childrenOf(node) ?? [];
        },
        getTreeItem: (node) => this.#itemOf(node),
      },
    });
    this.#disposables = [
      this.#view,
      this.#changed,
      this.#unasked,
      sessions.onDidChange(() => this.#refreshSoon()),
      // A day may have passed.
      vscode.window.onDidChangeWindowState(({ focused }) => (focused ? this.#refreshSoon() : undefined)),
      new vscode.Disposable(() => {
        clearTimeout(this.#timer);
        clearTimeout(this.#midnight);
      }),
    ];
  }

  /** The entry that is selected. */
  get selected(): WorkEntry | undefined {
    return this.#view.selection.find((node) => node.type === 'entry');
  }

  /** The row that has the focus: see `rowInFocus`. */
  focused(): Promise<WorkNode | undefined> {
    return rowInFocus(this.#view);
  }

  dispose(): void {
    vscode.Disposable.from(...this.#disposables).dispose();
  }

  #itemOf(node: WorkNode): vscode.TreeItem {
    const item = this.#tree?.itemOf(node) ?? new vscode.TreeItem('');
    if (item.collapsibleState === vscode.TreeItemCollapsibleState.Expanded) {
      this.#unasked.gave(node);
    }
    return item;
  }

  /** Time runs out by the day, also in a window that nobody leaves. */
  #refreshAtMidnight(): void {
    clearTimeout(this.#midnight);
    const now = new Date();
    const next = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
    this.#midnight = setTimeout(() => this.#refreshSoon(), next.getTime() - now.getTime() + 1000);
  }

  #refreshSoon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#refresh().catch((error: unknown) => this.#output.error(String(error)));
    }, 50);
  }

  async #refresh(): Promise<void> {
    if (
      this.#tree === undefined &&
      this.#sessions.all.every((session) => session.log.state.name !== 'ready')
    ) {
      return;
    }
    const { WorkTree } = await import('./workTree.ts');
    this.#tree ??= new WorkTree(this.#sessions);
    await this.#tree.readPlans();
    this.#unasked.begin();
    this.#changed.fire(undefined);
    this.#refreshAtMidnight();
    const count = this.#tree.overTime;
    this.#view.badge =
      count === 0
        ? undefined
        : {
            value: count,
            tooltip:
              count === 1
                ? vscode.l10n.t('The timebox of 1 experiment has ended.')
                : vscode.l10n.t('The timeboxes of {0} experiments have ended.', count),
          };
  }
}
