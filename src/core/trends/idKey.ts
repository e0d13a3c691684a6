/** Whether two ids are one: upper and lower case are alike. */
export function idKey(id: string): string {
  return id.toLowerCase();
}
