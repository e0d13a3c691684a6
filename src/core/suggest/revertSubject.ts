const area = /^(?:\[[^\]]{0,60}\] ?)?(?:[\w./-]{1,40}(?:\([^()]{0,60}\))?!?: +)?/;
const verb = /^(?:revert(?:s|ed|ing)?|roll(?:s|ed|ing)?[ -]?back|rollback)(?![\w-])/i;
/** The words that make a thing of the verb: “Rollback button” takes nothing back. */
const thing =
  /^ (?:buttons?|commands?|dialogs?|docs|documentation|feature|guide|handlers?|menu|options?|plan|policy|procedure|scripts?|strategy|support)(?!\w)/i;
const opening = /^[\s:"'“‘`(]*(?:(?:the|a|of) )*/i;

/**
 * Whether a subject says that its commit takes something back: `Revert "…"`, or revert or roll back as its leading
 * verb, perhaps behind an area (`cart: revert …`). Taking back what was taken back is landing it again: not one.
 */
export function isRevert(subject: string): boolean {
  const rest = afterVerb(subject);
  return rest !== undefined && !thing.test(rest) && afterVerb(rest.replace(opening, '')) === undefined;
}

/** Whether a subject says that its commit takes something back or lands it again. */
export function isAboutRevert(subject: string): boolean {
  return (
    afterVerb(subject) !== undefined ||
    /^re-?(?:apply|land)(?:s|ed|ing)?(?!\w)/i.test(subject.replace(area, ''))
  );
}

/** What follows the verb, where a subject begins with it; `revert:` is a verb and an area in one. */
function afterVerb(subject: string): string | undefined {
  for (const text of [subject, subject.replace(area, '')]) {
    const found = verb.exec(text);
    if (found !== null) {
      return text.slice(found[0].length);
    }
  }
  return undefined;
}
