import { htmlReport } from './htmlReport.ts';
import { type HrefOf, markdownReport } from './markdownReport.ts';
import type { Report } from './report.ts';

/** What a report can be printed as; the words are the endings of files, too. */
export const reportFormats = ['md', 'html'] as const;

export type ReportFormat = (typeof reportFormats)[number];

/** @param digest SHA-256 of a text in base64 */
export function printedReport(
  report: Report,
  format: ReportFormat,
  hrefOf: HrefOf,
  digest: (text: string) => string,
): string {
  switch (format) {
    case 'md':
      return markdownReport(report, hrefOf);
    case 'html':
      return htmlReport(report, hrefOf, digest);
  }
}
