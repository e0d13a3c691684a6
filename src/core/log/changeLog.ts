import * as l10n from '@vscode/l10n';
import type { AuditDraft } from '../audit/printAudit.ts';
import type { EntryDraft } from '../entries/draft.ts';
import { setKeys } from '../format/editFrontMatter.ts';
import { auditPath, entryPath, pulsePath } from '../format/entryPath.ts';
import { printEntry } from '../format/printEntry.ts';
import type { Clock } from '../ports/clock.ts';
import type { Files } from '../ports/files.ts';
import type { Ids } from '../ports/ids.ts';
import type { Versions } from '../ports/versions.ts';
import { RetroError } from '../retroError.ts';
import { newTeamFile } from '../team/newTeamFile.ts';
import type { PlanAddition } from '../plan/addToPlan.ts';
import type { PulseDraft } from '../pulse/printPulse.ts';
import type { Applied, LogEdit } from './logEdit.ts';
import { digestFile, pageFile, teamFile } from './logFiles.ts';

/** What a log is made of: its folder, and the world around it. */
export interface LogPorts {
  readonly files: Files;
  readonly clock: Clock;
  readonly ids: Ids;
  /** The log as commits have it, where git may be asked: tells a log that is left out from one that is not there yet. */
  readonly versions?: Pick<Versions, 'named' | 'filesAt'> | undefined;
}

/**
 * Carries out one edit on the files. The index is not concerned: `RetroLog.apply` is.
 *
 * @throws RetroError as `Files.update` says, or `bad-input`, `bad-file`, `not-found`, `already-there`,
 *   `changed-meanwhile`
 */
export async function changeLog(ports: LogPorts, folder: string, edit: LogEdit): Promise<Applied> {
  switch (edit.type) {
    case 'initialise':
      return makeFile(ports.files, teamFile(folder), newTeamFile);
    case 'addPage': {
      const { newTeamPage } = await import('../pages/teamPage.ts');
      return makeFile(ports.files, pageFile(folder, edit.page), () => newTeamPage(edit.page));
    }
    case 'addEntry':
      return addEntry(ports, folder, edit.draft, edit.id);
    case 'addTemplate': {
      const { addTemplate } = await import('../templates/addTemplate.ts');
      return addTemplate(ports.files, folder, edit.template);
    }
    case 'addToPlan':
      return extendPlan(ports.files, pageFile(folder, 'plan'), edit.addition);
    case 'addDigest': {
      const { addDigest } = await import('../digest/addDigest.ts');
      return addDigest(ports.files, digestFile(folder, edit.monday), edit.text);
    }
    case 'addAudit':
      return addAudit(ports, folder, edit.draft);
    case 'addPulse':
      return addPulse(ports, folder, edit.draft);
    case 'writeMinutes':
      return writeMinutes(ports.files, edit);
    case 'setKeys':
      return rewrite(ports.files, edit.path, (text) => setKeys(text, edit.values));
    case 'takeStep': {
      const { takeStep } = await import('../work/takeStep.ts');
      return rewrite(ports.files, edit.path, (text) => takeStep(edit.path, text, edit.step));
    }
    case 'revertFile':
      return rewrite(ports.files, edit.path, (text) => {
        refuseIfChanged(edit.path, text, edit.from);
        return edit.to;
      });
    case 'linkCommit': {
      const { addCommitLink } = await import('../format/addCommitLink.ts');
      return rewrite(ports.files, edit.path, (text) => addCommitLink(text, edit.link));
    }
    case 'relink': {
      const { relink } = await import('../links/relink.ts');
      return rewrite(ports.files, edit.path, (text) => relink(text, edit.links));
    }
    case 'removeFile':
      return removeFile(ports.files, edit.path);
    case 'restoreFile':
      return restoreFile(ports.files, edit.path, edit.text);
  }
}

async function makeFile(files: Files, path: string, newText: () => string): Promise<Applied> {
  const done = await files.update(path, (current) => (current === undefined ? newText() : undefined));
  return { paths: done === 'created' ? [path] : [] };
}

async function extendPlan(files: Files, path: string, addition: PlanAddition): Promise<Applied> {
  const [{ addToPlan }, { newTeamPage }] = await Promise.all([
    import('../plan/addToPlan.ts'),
    import('../pages/teamPage.ts'),
  ]);
  return remake(files, path, (current) => addToPlan(path, current ?? newTeamPage('plan'), addition));
}

async function addEntry(
  ports: LogPorts,
  folder: string,
  draft: EntryDraft,
  given: string | undefined,
): Promise<Applied> {
  if (draft.title.trim() === '') {
    throw new RetroError('bad-input', l10n.t('An entry needs a title. Write what happened in a few words.'));
  }
  const id = given ?? ports.ids.newId();
  const date = draft.date ?? ports.clock.today();
  const path = entryPath(folder, date, draft.title, id);
  return addFile(ports.files, id, path, printEntry(id, { ...draft, date }));
}

async function addAudit({ files, ids }: LogPorts, folder: string, draft: AuditDraft): Promise<Applied> {
  const { printAudit } = await import('../audit/printAudit.ts');
  const id = ids.newId();
  return addFile(files, id, auditPath(folder, draft.date, draft.title, id), printAudit(id, draft));
}

async function addPulse({ files, ids }: LogPorts, folder: string, draft: PulseDraft): Promise<Applied> {
  const { printPulse } = await import('../pulse/printPulse.ts');
  const id = ids.newId();
  return addFile(files, id, pulsePath(folder, draft.date, draft.title, id), printPulse(id, draft));
}

async function addFile(files: Files, id: string, path: string, text: string): Promise<Applied> {
  await files.update(path, (current) => {
    refuseIfThere(path, current);
    return text;
  });
  return { paths: [path], id, undo: { type: 'removeFile', path } };
}

async function writeMinutes(
  files: Files,
  { path, text, before }: Extract<LogEdit, { type: 'writeMinutes' }>,
): Promise<Applied> {
  const done = await files.update(path, (current) => {
    if (current === text) {
      return undefined;
    }
    if (before === undefined) {
      refuseIfThere(path, current);
    } else {
      refuseIfChanged(path, current ?? missing(path), before);
    }
    return text;
  });
  return done === 'unchanged' ? { paths: [] } : { paths: [path], undo: backTo(path, before, text) };
}

function rewrite(files: Files, path: string, change: (text: string) => string): Promise<Applied> {
  return remake(files, path, (current) => change(current ?? missing(path)));
}

/** Gives a file another text, or its first. */
async function remake(
  files: Files,
  path: string,
  change: (current: string | undefined) => string,
): Promise<Applied> {
  let before: string | undefined;
  let after = '';
  const done = await files.update(path, (current) => {
    before = current;
    after = change(current);
    return after;
  });
  return done === 'unchanged' ? { paths: [] } : { paths: [path], undo: backTo(path, before, after) };
}

/** What takes a file back to what it was before; `undefined`: it was not there. */
function backTo(path: string, before: string | undefined, after: string): LogEdit {
  return before === undefined
    ? { type: 'removeFile', path }
    : { type: 'revertFile', path, from: after, to: before };
}

async function removeFile(files: Files, path: string): Promise<Applied> {
  let text = '';
  await files.update(path, (current) => {
    text = current ?? missing(path);
    return null;
  });
  return { paths: [path], undo: { type: 'restoreFile', path, text } };
}

async function restoreFile(files: Files, path: string, text: string): Promise<Applied> {
  await files.update(path, (current) => {
    refuseIfThere(path, current);
    return text;
  });
  return { paths: [path], undo: { type: 'removeFile', path } };
}

function refuseIfThere(path: string, current: string | undefined): void {
  if (current !== undefined) {
    throw new RetroError('already-there', l10n.t('{0} is already there, and was left as it is.', path), {
      path,
    });
  }
}

function refuseIfChanged(path: string, current: string, expected: string): void {
  if (current !== expected) {
    throw new RetroError(
      'changed-meanwhile',
      l10n.t('{0} was changed since, so it was left as it is.', path),
      { path },
    );
  }
}

function missing(path: string): never {
  throw new RetroError('not-found', l10n.t('{0} is not there any more. Nothing was changed.', path), {
    path,
  });
}
