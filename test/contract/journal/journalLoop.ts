import { appendFileSync, writeSync } from 'node:fs';
import { FileJournal } from '../../../src/node/journal/fileJournal.ts';
import { intentLine } from '../../../src/node/journal/journalLines.ts';

/*
 * A program that writes intents into a journal over and over until it is killed, several at a time, and says the
 * number of each on stdout once it is acknowledged. Arguments: the file, the first number, `journal` or `late`: the
 * latter acknowledges before it writes, as a program would that trusts its memory.
 */
const [file = '', first = '1', way] = process.argv.slice(2);
const intentOf = (number: number) => ({
  id: `n${String(number).padStart(9, '0')}`,
  participant: 'adaaaaaa',
  at: number,
  random: [],
  deed: { type: 'askCheckIn' as const, question: `Number ${number} ${'·'.repeat(number % 150)}` },
});
const say = (number: number): unknown => writeSync(1, `${number}\n`);

if (way === 'late') {
  let unwritten = '';
  for (let number = Number(first); ; number++) {
    say(number);
    unwritten += intentLine(number, intentOf(number));
    if (number % 4 === 0) {
      appendFileSync(file, unwritten);
      unwritten = '';
    }
  }
} else {
  const journal = await FileJournal.open(file);
  const { intents } = await journal.read();
  const next = intents.length + 1;
  for (let number = next; ; number += 3) {
    await Promise.all(
      [number, number + 1, number + 2].map((each) => journal.append(intentOf(each)).then(() => say(each))),
    );
  }
}
