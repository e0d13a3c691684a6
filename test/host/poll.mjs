import { setTimeout as delay } from 'node:timers/promises';

/** Milliseconds that whatever is waited for may take: much more than it does, since a machine may be busy. */
export const patience = 60_000;

/**
 * Asks again until there is an answer.
 * @template T
 * @param {string} what is waited for, for the message
 * @param {() => Promise<T | undefined | false>} ask
 * @param {number} [timeout] in milliseconds
 * @returns {Promise<T>}
 */
export async function poll(what, ask, timeout = patience) {
  const end = Date.now() + timeout;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`Waited ${timeout / 1000} s in vain for ${what}.`);
    await delay(50);
  }
}
