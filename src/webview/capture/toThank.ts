import type { Draft } from '../../protocol/draft.ts';
import type { CaptureModel } from './captureModel.ts';

/** Whom the thanks that are being written could go to: those who are named for what they are about, each once. */
export function toThank({ state, record }: CaptureModel): readonly string[] {
  const { draft } = record;
  const names = state.toThank
    .filter((offer) => draft.kind === 'kudos' && isAbout(draft, offer))
    .map(({ name }) => name);
  return [...new Set(names)].filter((name) => !draft.people.includes(name));
}

function isAbout(
  { commits, code }: Draft,
  { commit, path }: { readonly commit?: string; readonly path?: string },
): boolean {
  return commits.some(({ sha }) => sha === commit) || code.some((place) => place.path === path);
}
