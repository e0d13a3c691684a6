const time = /^([01]?\d|2[0-3]):([0-5]\d)$/;

/** A time of day such as `16:30` or `9:05` in whole minutes since midnight; `undefined` for anything else. */
export function minuteOfDay(text: string): number | undefined {
  const [, hours, minutes] = time.exec(text.trim()) ?? [];
  return hours === undefined || minutes === undefined ? undefined : Number(hours) * 60 + Number(minutes);
}
