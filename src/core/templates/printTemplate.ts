import { printPair } from '../format/printValue.ts';
import { oneLine } from '../format/entryTitle.ts';
import { phases, type Template, type TemplateColumn } from './template.ts';

/** The file of a template, for `templates/<key>.yml`. Read again, it is the same template. */
export function printTemplate(template: Template): string {
  const { votes, minutes } = template;
  const timed = phases.flatMap((phase) => {
    const length = minutes[phase];
    return length === undefined ? [] : `${phase}: ${length}`;
  });
  return [
    printPair('name', oneLine(template.name)),
    ...(template.purpose === '' ? [] : [printPair('purpose', oneLine(template.purpose))]),
    'columns:',
    ...template.columns.map((column) => `  - {${printColumn(column)}}`),
    `phases: [${template.phases.join(', ')}]`,
    `votes: {total: ${votes.total}, perCard: ${votes.perCard}}`,
    `hidden: ${template.hidden}`,
    `names: ${template.names}`,
    ...(timed.length === 0 ? [] : [`minutes: {${timed.join(', ')}}`]),
    '',
  ].join('\n');
}

function printColumn({ title, kind, prompt }: TemplateColumn): string {
  return [
    printPair('title', oneLine(title)),
    ...(kind === undefined ? [] : [`kind: ${kind}`]),
    ...(prompt === '' ? [] : [printPair('prompt', oneLine(prompt))]),
  ].join(', ');
}
