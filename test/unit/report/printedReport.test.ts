import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { Chart } from '../../../src/core/charts/chart.ts';
import type { Page } from '../../../src/core/format/parseFile.ts';
import type { Entry } from '../../../src/core/entries/entry.ts';
import type { ThingState } from '../../../src/core/plan/planState.ts';
import { mermaidChart } from '../../../src/core/report/mermaidChart.ts';
import { type ReportFormat, printedReport } from '../../../src/core/report/printedReport.ts';
import type { Report } from '../../../src/core/report/report.ts';
import { auditOf } from '../../support/auditOf.ts';
import { ago, concluded, logOf, made, report } from './anyReport.ts';

const digest = (text: string): string => createHash('sha256').update(text).digest('base64');
const encoded = (path: string): string =>
  path
    .split('/')
    .map((name) => encodeURIComponent(name).replace(/[()!*'~]/g, ''))
    .join('/');
const print = (one: Report, format: ReportFormat): string =>
  printedReport(one, format, (log, path) => `../repo${log}/${encoded(path)}`, digest);

const meetingOf = (date: string): Page => ({
  id: `m${date}`,
  kind: 'meeting',
  date,
  title: 'Retro',
  path: `retro/meetings/${date}.md`,
});

const hostile = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[x](javascript:alert(1))',
  '![x](https://host.example/pixel.png)',
  'https://host.example www.host.example',
  '| a | b |',
  '`code` **bold** </details> -->',
  '&lt;b&gt; &#x3c;',
  '\u202egnp.exe',
  '"><svg onload=alert(1)>',
  '```mermaid',
];

describe('a report as Markdown', () => {
  const tried = concluded(5, { title: 'Jitter' });
  const bodies = {
    [tried.path]: '## Hypothesis\n\nFewer peaks.\n\n## Measure\n\np99\n\n## Result\n\n180 ms\n',
  };
  const text = print(
    report(
      logOf([tried, made('learning', 3, { title: 'Spread lifetimes', links: [tried.id] })], {}, { bodies }),
    ),
    'md',
  );

  it('has a title, the days, one sentence, and a heading for each question', () => {
    assert.match(text, /^# Shop: what was tried and learned\n\n2026-03-30 to 2026-06-28, 13 weeks\./);
    assert.match(text, /^\*\*1 experiment was concluded and 1 learning written down in 13 weeks;/m);
    assert.deepEqual(
      [...text.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading),
      [
        'Now and before',
        'What was tried',
        'What was learned',
        'What came back',
        'What is open',
        'The figures',
        'What was left out',
      ],
    );
  });

  const audit = (id: string, days: number, ratings: Readonly<Record<string, number>>): Page => ({
    ...{ id, kind: 'audit', date: ago(days), title: 'Culture audit', path: `audits/${id}.md` },
    audit: auditOf(ratings),
  });
  const weak = { 'failing-deep': 1, 'failing-above': 2, 'habits-deep': 2, 'habits-below': 3 };

  it('says of the last audit what is weakest and strongest, and what moved since the one before', () => {
    const pages = [
      audit('a1', 160, { ...weak, 'habits-deep': 4, 'failing-deep': 2 }),
      audit('a3', 10, weak),
      audit('later', -5, { 'solving-deep': 1 }),
    ];
    const told = print(report(logOf([], { pages })), 'md');
    const [, section = ''] = told.split('## Culture audit\n\n');
    assert.equal(
      section.split('\n\n## ')[0],
      [
        `[Culture audit](../repo0/audits/a3.md), ${ago(10)}`,
        '### The weakest',
        [
          '- We trust that telling of a failure of our own does none of us any harm. (1 of 5)',
          '- A visitor hears failures told openly, together with what they taught us. (2 of 5)',
          '- We take for granted that how we work can get better, and that it is ours to change. (2 of 5)',
        ].join('\n'),
        '### The strongest',
        '- We have agreed that time to learn and to try things out belongs to our work. (3 of 5)',
        '### What moved',
        `Stronger than before: 0. Weaker: 2. As before: 2. The audit before: [Culture audit](../repo0/audits/a1.md), ${ago(160)}.`,
        [
          '- We take for granted that how we work can get better, and that it is ours to change. (2 of 5, was 4)',
          '- We trust that telling of a failure of our own does none of us any harm. (1 of 5, was 2)',
        ].join('\n'),
      ].join('\n\n'),
    );
    const page = print(report(logOf([], { pages })), 'html');
    assert.match(page, />Culture audit<\/h2>[^]*The weakest[^]*What moved[^]*2 of 5, was 4/);
  });

  it('compares no audits of different wordings', () => {
    const other = audit('a1', 160, weak);
    const pages = [{ ...other, audit: { ...auditOf(weak), wording: '2020-1' } }, audit('a3', 10, weak)];
    const told = print(report(logOf([], { pages })), 'md');
    assert.match(told, /asked other questions, so there is no comparison\. The audit before: \[/);
    assert.doesNotMatch(told, /Stronger than before/);
  });

  const round = (survey: string, days: number, means: readonly number[], wording = '1'): Page => ({
    ...{
      id: `p${days}aa`,
      kind: 'pulse',
      date: ago(days),
      title: `Round ${days}`,
      path: `pulses/${days}.md`,
    },
    figures: {
      survey,
      wording,
      scale: { from: 1, to: 5 },
      answers: days > 50 ? '5-7' : '8-11',
      questions: means.map((mean, at) => ({ id: `q${at}`, reversed: false, mean })),
    },
  });

  it('tells the rounds of each survey over time, with their answers as a band, and what was asked otherwise', () => {
    const pages = [
      round('team-health', 10, [4, 4.5]),
      round('team-health', 100, [3, 4]),
      round('pace', 30, [2], '2'),
      round('pace', 60, [3]),
      round('pace', -5, [5]),
    ];
    const told = print(report(logOf([], { pages })), 'md');
    const [, section = ''] = told.split('## Surveys\n\n');
    assert.equal(
      section.split('\n\n## ')[0]?.replaceAll(/ +\|/g, ' |'),
      `### Team health

| Round | Mean | Answers |
|---|---|---|
| [Round 100](../repo0/pulses/100.md), ${ago(100)} | 3.5 of 5 | 5-7 |
| [Round 10](../repo0/pulses/10.md), ${ago(10)} | 4.3 of 5 | 8-11 |

### pace

| Round | Mean | Answers |
|---|---|---|
| [Round 60](../repo0/pulses/60.md), ${ago(60)} | 3 of 5 | 5-7 |
| [Round 30](../repo0/pulses/30.md), ${ago(30)} | 2 of 5, asked otherwise than before | 8-11 |`,
    );
    const page = print(report(logOf([], { pages })), 'html');
    assert.match(
      page,
      />Surveys<\/h2>[^]*Team health[^]*3\.5 of 5[^]*5-7[^]*4\.3 of 5[^]*8-11[^]*asked otherwise/,
    );
  });

  it('compares a culture audit that each person answered with another of its kind', () => {
    const answered = (id: string, days: number, ratings: Readonly<Record<string, number>>): Page => ({
      ...audit(id, days, ratings),
      kind: 'pulse',
    });
    const pages = [
      answered('a1', 160, { ...weak, 'failing-deep': 2.5 }),
      audit('a2', 80, weak),
      answered('a3', 10, { ...weak, 'failing-deep': 1.5 }),
    ];
    const told = print(report(logOf([], { pages })), 'md');
    assert.match(told, /none of us any harm\. \(1\.5 of 5\)/);
    assert.match(told, /The audit before: \[Culture audit\]\(\.\.\/repo0\/audits\/a1\.md\)/);
  });

  it('tells of an experiment what was expected, came out and was learned, with links to the files', () => {
    const file = `../repo0/${tried.path}`;
    assert.ok(
      text.includes(
        `### [Jitter](${file})\n\n**Validated** on ${ago(5)}, after 10 days\n\n- *Expected:* Fewer peaks.\n- *Came out:* 180 ms\n- *Learned:* [Spread lifetimes](`,
      ),
      text.slice(0, 3000),
    );
  });

  it('tells what the team set out to do, how far that had come, and its retros', () => {
    const ended = concluded(5, { title: 'Reviews without blame' });
    const later = made('action', 4, { title: 'Say thanks', status: 'done', closed: ago(-3) });
    const dropped = made('action', 8, { title: 'A wall', status: 'dropped', closed: ago(2) });
    const after = made('action', -1, { title: 'Not begun by then' });
    const thing = (title: string, why: string, carriers: readonly Entry[]): ThingState => ({
      thing: { title, why, firstLine: 1, lastLine: 1, paths: [] },
      carriers,
      ended: 0,
    });
    const plan = [
      thing('Say it when something fails', 'Two outages were *known* for days.', [
        ended,
        later,
        dropped,
        after,
      ]),
      thing('Rest', '', []),
    ];
    const pages = [ago(10), ago(100), ago(-1), ago(40)].map((date) => meetingOf(date));
    const one = report(logOf([ended, later, dropped, after], { pages }, { plan }));
    const markdown = print(one, 'md').replaceAll(/\]\([^)]*\)/g, ']');
    assert.ok(
      markdown.includes(
        `## What the team set out to do\n\n### Say it when something fails\n\nTwo outages were known for days.\n\n- [Reviews without blame]: Validated on ${ago(5)}\n- [Say thanks]: in hand\n- [A wall]: dropped on ${ago(2)}\n\n### Rest\n\nNothing was begun for it yet.\n\n## What was tried`,
      ),
      markdown,
    );
    assert.ok(
      markdown.includes(`## The retros\n\n- [Retro], ${ago(40)}\n- [Retro], ${ago(10)}\n\n## What is open`),
    );
    const page = print(one, 'html').replaceAll(/<[^>]*>/g, ' ');
    assert.match(page, new RegExp(`Reviews without blame\\s+Validated on ${ago(5)}`));
    assert.match(page, /Rest\s+Nothing was begun for it yet\./);
  });

  it('names what nothing has come of yet, and what had been settled before', () => {
    const settled = made('action', 60, { title: 'Jitter', status: 'done', closed: ago(50), tags: ['cache'] });
    const again = made('failure', 30, { title: 'Cache again', tags: ['cache'] });
    const learned = made('learning', 20, { title: 'Cents' });
    const loops = report(logOf([settled, again, learned, made('failure', 16, { title: 'Mails stuck' })]));
    const section = print(loops, 'md').split('## What nothing has come of yet\n\n')[1]?.split('\n\n')[0];
    assert.deepEqual(section?.replaceAll(/\]\([^)]*\)/g, ']').split('\n'), [
      `- [Mails stuck], ${ago(16)}: no learning yet`,
      `- [Cents], ${ago(20)}: nothing planned yet`,
      `- [Cache again], ${ago(30)}: came back after [Jitter]`,
    ]);
    const page = print(loops, 'html');
    assert.match(page, /What nothing has come of yet[\s\S]*Mails stuck<\/a>.*no learning yet/);
    assert.match(page, /Cache again<\/a>.*came back after<\/p>\s*<ul><li>.*Jitter<\/a>/);
  });

  it('draws no chart that has gaps, and always has the table', () => {
    const sections = text.split(/^### /m).slice(1);
    const rate = sections.find((one) => one.startsWith('Experiments concluded')) ?? '';
    // The log began in the middle of what is shown.
    assert.ok(!rate.includes('```mermaid') && rate.includes('<details>'));
    const older = print(report(logOf([tried, made('win', 300)])), 'md');
    assert.match(older, /^xychart-beta$/m);
  });
});

describe('a chart for Mermaid', () => {
  const chart = (values: readonly (number | null)[], some: Partial<Chart> = {}): Chart => ({
    ...{ id: 'rate', title: '', description: '', mark: 'line', colour: 'purple', unit: 'number' },
    points: values.map((value, at) => ({
      ...{ label: `W${at + 1}`, group: '2026', value, interval: null, finished: true },
    })),
    ...some,
  });

  it('is not made where a number is missing, or where there are hardly any', () => {
    assert.equal(mermaidChart(chart([1, null, 3, 4])), undefined);
    assert.equal(mermaidChart(chart([1, 2])), undefined);
  });

  it('names few buckets, and from where to where many go', () => {
    assert.match(
      mermaidChart(chart([1, 2, 3])) ?? '',
      /x-axis \["W1 2026", "W2 2026", "W3 2026"\]\n {2}y-axis 0 --> 3\n {2}line \[1, 2, 3\]/,
    );
    const many =
      mermaidChart(
        chart(
          Array.from({ length: 26 }, () => 0.5),
          { unit: 'share', top: 1 },
        ),
      ) ?? '';
    assert.match(many, /x-axis "W1 2026 to W26 2026" 1 --> 26\n {2}y-axis "%" 0 --> 100\n {2}line \[50, 50,/);
  });
});

for (const format of ['md', 'html'] as const) {
  describe(`hostile text in a report as ${format}`, () => {
    const entries = hostile.flatMap((title, at) => [
      concluded(at, { title, outcome: title }),
      made('learning', at, { title, tags: [title] }),
      made('failure', 0, { title, tags: [title] }),
      made('action', at, { title, status: 'open' }),
      made('experiment', at, { title, testable: false, path: `retro/entries/${title}.md` }),
    ]);
    const bodies = Object.fromEntries(
      entries.map(({ path, title }) => [path, `## Hypothesis\n\n${title}\n\n## Result\n\n${title}\n`]),
    );
    const plan = hostile.map(
      (title): ThingState => ({
        thing: { title, why: `${title}\n${title}`, firstLine: 1, lastLine: 1, paths: [] },
        carriers: entries.slice(0, 2),
        ended: 0,
      }),
    );
    const pages = hostile.map((title) => ({ ...meetingOf(ago(1)), title, path: `retro/${title}.md` }));
    const one = logOf(entries, { pages }, { name: hostile.join(' '), bodies, plan });
    const text = print(report(one, logOf([made('win', 2)], {}, { name: '<i>' })), format);

    it('[B31] [B35] is never a tag or an attribute', () => {
      for (const tag of ['<script', '<img', '<svg onload', '<i>']) {
        assert.ok(!text.replaceAll('\\<', '').includes(tag), tag);
      }
      assert.ok(!text.includes('\u202e'));
    });

    it('[B32] [B33] [B34] is never a link, a picture or an address', () => {
      const targets =
        format === 'md'
          ? [...text.matchAll(/(?<!\\)\]\(([^)]*)\)/g)]
          : [...text.matchAll(/(?:href|src|action|content)="([^"]*)"/g)];
      const found = targets
        .map(([, target = '']) => target)
        .filter((target) => target.startsWith('../') || target.includes(':'));
      assert.ok(found.length > 20);
      assert.deepEqual(
        found.filter(
          (target) => !/^\.\.\/repo[01]\/retro\/[\w/%.-]*$/.test(target) && !target.startsWith('default-src'),
        ),
        [],
      );
      assert.ok(format === 'html' || !/(?<!\\)!\[/.test(text));
      const words = text.replaceAll(/\]\([^)]*\)/g, ']');
      assert.ok(format === 'html' || !/(?<!\\):\/\/|www\.host/.test(words));
    });

    it('breaks no table, list or fence', () => {
      if (format === 'md') {
        const rows = text.split('\n').filter((line) => line.startsWith('| '));
        const columns = rows.map((line) => line.replaceAll('\\|', '').split('|').length);
        assert.ok(columns.every((cells) => cells >= 4 && cells <= 6));
        const fences = text.split('\n').filter((line) => line.startsWith('```'));
        assert.ok(fences.length % 2 === 0 && fences.every((line) => /^```(?:mermaid)?$/.test(line)));
      } else {
        assert.equal(text.split('<table>').length, text.split('</table>').length);
      }
    });
  });
}

describe('a report as a page', () => {
  const text = print(report(logOf([concluded(5), made('win', 300)])), 'html');

  it('needs nothing but itself: no script, no request, and one style sheet that its policy names', () => {
    const [, style = ''] = /<style>([^]*?)<\/style>/.exec(text) ?? [];
    const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(text) ?? [];
    assert.equal(
      policy,
      `default-src 'none'; style-src 'sha256-${digest(style)}'; base-uri 'none'; form-action 'none'`,
    );
    assert.ok(!/<script|<link|<iframe|<object|\sstyle="|url\(|@import|\son\w+=/i.test(text));
    assert.deepEqual(
      [...text.matchAll(/(?:href|src)="(?!\.\.\/repo0\/)([^"]*)"/g)].map(([, target]) => target),
      [],
    );
  });

  it('draws the charts of the panel, each with its table', () => {
    assert.match(text, /<svg [^>]*class="chart" role="img" aria-labelledby="log1-experimentationRate-title/);
    assert.ok(text.split('<svg').length - 1 <= text.split('<details>').length - 1);
  });

  it('is the same for the same log', () => {
    const entries = [concluded(5), made('win', 300)];
    assert.equal(print(report(logOf(entries)), 'html'), print(report(logOf(entries.toReversed())), 'html'));
  });
});
