import { afterwards } from './afterwards.ts';
import { beforehand } from './beforehand.ts';
import { lookingBack } from './lookingBack.ts';
import { pictures } from './pictures.ts';
import { piecesOfWork } from './piecesOfWork.ts';
import { teamAndCulture } from './teamAndCulture.ts';
import type { Template } from './template.ts';

/** What a family of templates is for. */
export const templateFamilies = [
  'lookingBack',
  'pictures',
  'piecesOfWork',
  'afterwards',
  'beforehand',
  'teamAndCulture',
] as const;

export type TemplateFamily = (typeof templateFamilies)[number];

/** The templates that come with Retrolog by their family, in the language of the editor. */
export function builtInFamilies(): Readonly<Record<TemplateFamily, readonly Template[]>> {
  return {
    lookingBack: lookingBack(),
    pictures: pictures(),
    piecesOfWork: piecesOfWork(),
    afterwards: afterwards(),
    beforehand: beforehand(),
    teamAndCulture: teamAndCulture(),
  };
}

/** The same in one list, the default first. */
export function builtInTemplates(): readonly Template[] {
  return Object.values(builtInFamilies()).flat();
}
