/** The files of a work tree: text by POSIX path. */
export type Tree = ReadonlyMap<string, string>;

/** One change of one file, as data, so that it can be made again on another branch and taken back. */
export type FileEdit =
  | { readonly do: 'write'; readonly path: string; readonly text: string }
  | { readonly do: 'swap'; readonly path: string; readonly from: string; readonly to: string }
  | { readonly do: 'append'; readonly path: string; readonly text: string; readonly gap: string }
  | { readonly do: 'remove'; readonly path: string }
  | { readonly do: 'move'; readonly path: string; readonly to: string };

/** A new file, or all of an old one anew. */
export function write(path: string, text: string): FileEdit {
  return { do: 'write', path, text };
}

/** Puts `to` in the place of `from`, which the file must hold exactly once. */
export function swap(path: string, from: string, to: string): FileEdit {
  return { do: 'swap', path, from, to };
}

/** Adds text at the end, after an empty line where the file has anything in it. */
export function append(path: string, text: string): FileEdit {
  return { do: 'append', path, text, gap: '\n' };
}

/** Adds lines right below the last one. */
export function addLines(path: string, text: string): FileEdit {
  return { do: 'append', path, text, gap: '' };
}

/** Adds whole lines below the line that is `anchor`. */
export function below(path: string, anchor: string, lines: string): FileEdit {
  return swap(path, `${anchor}\n`, `${anchor}\n${lines}\n`);
}

function remove(path: string): FileEdit {
  return { do: 'remove', path };
}

export function move(path: string, to: string): FileEdit {
  return { do: 'move', path, to };
}

/** The tree with the edits made. Throws where one does not fit: then the story is wrong. */
export function applyEdits(tree: Tree, edits: readonly FileEdit[]): Tree {
  const next = new Map(tree);
  for (const edit of edits) {
    applyEdit(next, edit);
  }
  return next;
}

function applyEdit(tree: Map<string, string>, edit: FileEdit): void {
  switch (edit.do) {
    case 'write':
      tree.set(edit.path, edit.text);
      return;
    case 'swap':
      tree.set(edit.path, swapped(textAt(tree, edit.path), edit));
      return;
    case 'append':
      tree.set(edit.path, appended(tree.get(edit.path) ?? '', edit));
      return;
    case 'remove':
      textAt(tree, edit.path);
      tree.delete(edit.path);
      return;
    case 'move':
      tree.set(edit.to, textAt(tree, edit.path));
      tree.delete(edit.path);
      return;
    default:
      edit satisfies never;
  }
}

/** What takes an edit back. Only what can be taken back without knowing the old file can be reverted. */
export function inverseOf(edit: FileEdit, before: Tree): FileEdit {
  switch (edit.do) {
    case 'swap':
      return swap(edit.path, edit.to, edit.from);
    case 'append':
      return swap(edit.path, `${edit.gap}${edit.text.trimEnd()}\n`, '');
    case 'move':
      return move(edit.to, edit.path);
    case 'write':
      return before.has(edit.path) ? write(edit.path, textAt(before, edit.path)) : remove(edit.path);
    case 'remove':
      return write(edit.path, textAt(before, edit.path));
    default:
      return edit satisfies never;
  }
}

function appended(text: string, more: { text: string; gap: string }): string {
  return `${text}${text === '' ? '' : more.gap}${more.text.trimEnd()}\n`;
}

function swapped(text: string, edit: { path: string; from: string; to: string }): string {
  const parts = text.split(edit.from);
  if (parts.length !== 2) {
    throw new Error(`${edit.path} holds ${parts.length - 1} times: ${edit.from}\n---\n${text}`);
  }
  return parts.join(edit.to);
}

function textAt(tree: Tree, path: string): string {
  const text = tree.get(path);
  if (text === undefined) {
    throw new Error(`There is no ${path}.`);
  }
  return text;
}
