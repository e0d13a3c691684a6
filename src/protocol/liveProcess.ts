import { isGivenEntry, isId, mostGiven } from './boardValues.ts';
import { isAnything, isCount, listOf, shape, text } from './guard.ts';

const isPath = text(8192);
const isAddress = text(2048);

const isLocated = shape({ root: isPath, folder: isPath });

/** What a server process serves to the editor that started it. */
export const liveProcess = {
  /** To be asked first, and once: opens the board that a folder holds, and lets guests come to it. */
  open: {
    input: shape({
      /** The sentences of the editor's language as JSON; empty for those of the code. */
      words: text(4_000_000),
      /** The log that the board belongs to. */
      log: isLocated,
      /** Where the journal is, and what is kept of the room. */
      journals: isPath,
      meeting: isId,
      host: isAddress,
      /** 0 for that of the last time, or else any that is free. */
      port: isCount,
      origins: listOf(isAddress, 20),
    }),
    output: shape({
      /** The facilitator's link: it never leaves the machine. */
      hostLink: isAddress,
      /** The address that the server itself listens on, without a slash at its end. */
      ownAddress: isAddress,
    }),
  },
  /** Brings entries of the log onto the board that were not there yet, in the facilitator's name. */
  bring: {
    input: shape({ entries: listOf(isGivenEntry, mostGiven) }),
    output: shape({ carded: isCount, listed: isCount }),
  },
} as const;

/** What the editor serves to its server process. */
export const liveProcessOwner = {
  /** Something happened there: never what was written, nor who somebody is. */
  logged: { input: shape({ event: text(40), more: isAnything }) },
  /** The room was ended for everyone: the process ends. */
  ended: { input: shape({}) },
} as const;
