import * as l10n from '@vscode/l10n';
import { displayText } from '../core/entries/displayText.ts';
import { RetroError } from '../core/retroError.ts';

/** Where a command is read and what it says is shown. */
export interface Terminal {
  /** Cells in a line; absent where stdout is not a terminal. */
  readonly columns: number | undefined;
  readonly colour: boolean;
  /** Writes lines to stdout. */
  print(text: string): void;
  /** Writes lines for people to stderr. What is not a letter in them, but for line breaks, is made visible. */
  say(text: string): void;
  /**
   * Shows what goes on in one line of stderr, which the next one replaces and an empty one takes away. Nothing where
   * stderr is not a terminal.
   */
  showProgress(text: string): void;
  /**
   * Reads stdin to its end.
   *
   * @param most bytes
   * @throws RetroError `bad-input` where there is more, or where it is not UTF-8
   */
  readInput(most: number): Promise<string>;
}

const longestLine = 10_000;

/** Looked at when it is needed: stdin is opened by looking at it. */
type Streams = Pick<NodeJS.Process, 'stdin' | 'stdout' | 'stderr' | 'env'>;

/** The terminal, file or pipe that this process was started with. */
export function openTerminal(streams: Streams): Terminal {
  const { stdout, stderr, env } = streams;
  const isTerminal = stdout.isTTY;
  return {
    columns: isTerminal ? stdout.columns : undefined,
    colour: isTerminal && !env.NO_COLOR && env.TERM !== 'dumb',
    print: (text) => void stdout.write(`${text}\n`),
    say: (text) => void stderr.write(`${visibleLines(text)}\n`),
    showProgress: (text) => {
      if (stderr.isTTY && env.TERM !== 'dumb') {
        stderr.write(`\r${text}\u001b[K`);
      }
    },
    readInput: (most) => {
      const { stdin } = streams;
      if (stdin.isTTY) {
        stderr.write(`${l10n.t('Write the text, then end it with Ctrl-D on a line of its own.')}\n`);
      }
      return readText(stdin, most);
    },
  };
}

/** Messages quote names and arguments, which may hold anything. */
function visibleLines(text: string): string {
  return text
    .split('\n')
    .map((line) => displayText(line, longestLine))
    .join('\n');
}

async function readText(stdin: NodeJS.ReadableStream, most: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stdin) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > most) {
      throw new RetroError(
        'bad-input',
        l10n.t(
          'The text on standard input is longer than {0} bytes. Write less, and link to the rest.',
          most,
        ),
      );
    }
    chunks.push(bytes);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch (cause) {
    throw new RetroError('bad-input', l10n.t('The text on standard input is not UTF-8.'), { cause });
  }
}
