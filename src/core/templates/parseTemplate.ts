import type { YamlData } from '../format/readYaml.ts';
import { readYamlFile } from '../format/readYamlFile.ts';
import { type YamlPlace, yamlPlace } from '../format/yamlPlace.ts';
import type { Problem } from '../problem.ts';
import type { Survey } from '../pulse/survey.ts';
import { surveyFrom } from '../pulse/surveyFrom.ts';
import { columnKinds, type Template, type TemplateColumn, templateDefaults } from './template.ts';
import { type ExpectedOfTemplate, templateSchema } from './templateSchema.ts';
import { templateSentence } from './templateSentences.ts';

/** What a file of the team's templates is, and everything that is wrong with it. */
export interface ParsedTemplate {
  /** Given whenever it has a name and columns; whatever else cannot be used has its default. */
  readonly template?: Template;
  /** The same where it has questions instead of columns, and nothing is wrong with them. */
  readonly survey?: Survey;
  readonly problems: readonly Problem[];
}

/**
 * Reads a template of a team's own. One that has questions instead of columns is a survey's.
 * Never throws.
 *
 * @param path POSIX; its last part without `.yml` is the template's key
 */
export function parseTemplate(path: string, text: string): ParsedTemplate {
  const { data, problems: faults } = readYamlFile(path, text);
  if (data === undefined) {
    return { problems: faults.length > 0 ? faults : [problem(path, nowhere, 'columns')] };
  }
  const { values } = data;
  if (values.questions !== undefined && values.columns === undefined) {
    return surveyFrom(path, keyOf(path), data);
  }
  const { issues } = templateSchema.safeParse(values).error ?? { issues: [] };
  const problems = issues.map((issue) =>
    problem(path, yamlPlace(data, issue.path), issue.message as ExpectedOfTemplate),
  );
  const template = templateFrom(keyOf(path), values, new Set(issues.map((issue) => String(issue.path[0]))));
  return template === undefined ? { problems } : { template, problems };
}

function templateFrom(
  key: string,
  values: YamlData['values'],
  wrong: ReadonlySet<string>,
): Template | undefined {
  const columns = wrong.has('columns') ? withoutWrongKinds(values.columns) : values.columns;
  const { success, data } = templateSchema.safeParse({
    ...Object.fromEntries(Object.entries(values).filter(([name]) => name === 'name' || !wrong.has(name))),
    columns,
  });
  if (!success) {
    return undefined;
  }
  const given = data.votes ?? {};
  const total = given.total ?? templateDefaults.votes.total;
  const votes = { total, perCard: Math.min(total, given.perCard ?? templateDefaults.votes.perCard) };
  return {
    key,
    name: data.name.trim(),
    purpose: data.purpose?.trim() ?? templateDefaults.purpose,
    columns: data.columns.map(
      ({ title, kind, prompt }): TemplateColumn => ({
        title: title.trim(),
        prompt: prompt?.trim() ?? '',
        ...(kind == null ? {} : { kind }),
      }),
    ),
    phases: data.phases ?? templateDefaults.phases,
    votes,
    hidden: data.hidden ?? templateDefaults.hidden,
    names: data.names ?? templateDefaults.names,
    minutes: data.minutes ?? templateDefaults.minutes,
  };
}

/** A column whose kind is no kind can be used all the same. */
function withoutWrongKinds(columns: unknown): unknown {
  const kinds: readonly unknown[] = columnKinds;
  return Array.isArray(columns)
    ? columns.map((column: unknown) =>
        typeof column === 'object' && column !== null && 'kind' in column && !kinds.includes(column.kind)
          ? { ...column, kind: null }
          : column,
      )
    : columns;
}

const nowhere: YamlPlace = { line: 1, found: '', key: undefined };

function problem(path: string, { line, found, key }: YamlPlace, expected: ExpectedOfTemplate): Problem {
  const message = templateSentence(expected, key ?? 'columns', found);
  return { code: 'bad-template', severity: 'error', path, line, message };
}

function keyOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.ya?ml$/, '');
}
