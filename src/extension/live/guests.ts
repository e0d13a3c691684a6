import * as vscode from 'vscode';
import { showFailure } from '../commands/showFailure.ts';
import { guestPanelId } from '../manifestNames.ts';
import type { GuestPanels } from './guestPanels.ts';

/** Retros of others that this window takes part in. What they need is loaded with the first one. */
export class Guests implements vscode.Disposable {
  readonly #context: vscode.ExtensionContext;
  readonly #output: vscode.LogOutputChannel;
  readonly #registered: vscode.Disposable;
  #loading: Promise<GuestPanels> | undefined;

  constructor(context: vscode.ExtensionContext, output: vscode.LogOutputChannel) {
    this.#context = context;
    this.#output = output;
    this.#registered = vscode.Disposable.from(
      vscode.window.registerWebviewPanelSerializer(guestPanelId, {
        deserializeWebviewPanel: async (panel, state: unknown) => (await this.#load()).restore(panel, state),
      }),
      vscode.window.registerUriHandler({
        handleUri: async (uri) => {
          try {
            await (await this.#load()).follow(uri);
          } catch (error) {
            showFailure(error, this.#output);
          }
        },
      }),
    );
  }

  /** Asks for a link and takes part in the retro that it leads to. */
  async join(): Promise<void> {
    await (await this.#load()).join();
  }

  dispose(): void {
    this.#registered.dispose();
  }

  #load(): Promise<GuestPanels> {
    this.#loading ??= this.#open();
    return this.#loading;
  }

  /** Where that could not be, it is tried again with the next one. */
  async #open(): Promise<GuestPanels> {
    try {
      const { GuestPanels } = await import('./guestPanels.ts');
      return await GuestPanels.open(this.#context, this.#output);
    } catch (error) {
      this.#loading = undefined;
      throw error;
    }
  }
}
