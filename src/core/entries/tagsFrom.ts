/** The words between commas, each once, without the white space around them or a leading `#`. */
export function tagsFrom(text: string): readonly string[] {
  const words = text.split(',').map((word) => word.trim().replace(/^#+/, '').replace(/\s+/g, ' '));
  return [...new Set(words.filter((word) => word !== ''))];
}

/** Whether a word is short enough to be a tag. */
export function isTag(word: string): boolean {
  return word.length <= 60;
}
