import type { Files } from '../ports/files.ts';
import type { Problem } from '../problem.ts';
import type { Survey } from '../pulse/survey.ts';
import type { Template } from '../templates/template.ts';
import { indexFile } from './indexedFile.ts';

/** The team's own templates and surveys, and what is wrong with their files. */
export interface FoundTemplates {
  /** In the order of their files' names. */
  readonly templates: readonly Template[];
  /** The same of those that have questions instead of columns. */
  readonly surveys: readonly Survey[];
  readonly problems: readonly Problem[];
}

/** Reads the files of the team's templates. Most teams have none, and then nothing is loaded for them. */
export async function readTemplates(files: Files, paths: readonly string[]): Promise<FoundTemplates> {
  const templates: Template[] = [];
  const surveys: Survey[] = [];
  const problems: Problem[] = [];
  if (paths.length > 0) {
    const { parseTemplate } = await import('../templates/parseTemplate.ts');
    for (const path of paths.toSorted()) {
      const content = await files.read(path);
      const parsed = content.state === 'text' ? parseTemplate(path, content.text) : { problems: [] };
      templates.push(...(parsed.template === undefined ? [] : [parsed.template]));
      surveys.push(...(parsed.survey === undefined ? [] : [parsed.survey]));
      problems.push(...parsed.problems);
      if (content.state === 'unreadable') {
        problems.push(...(indexFile(path, content)?.problems ?? []));
      }
    }
  }
  return { templates, surveys, problems };
}
