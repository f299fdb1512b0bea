const dayNames = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

/**
 * The longest time between two runs of a cron expression (minutes, hours, day of month, month, day of week, year; "Cron
 * expressions", EventBridge Scheduler User Guide), in days: 1 when it runs every day, 3 for MON-FRI. Undefined when it
 * leaves out days of the month, months or years, or names days in a way that is not understood here.
 */
export function longestGapInDays(cron: string): number | undefined {
  const [, , dayOfMonth, month, dayOfWeek, year] = cron.trim().split(/\s+/);
  if (![dayOfMonth, month, year].every((field) => field === '*' || field === '?')) return undefined;
  const days = daysOfWeek(dayOfWeek ?? '');
  if (!days || days.length === 0) return undefined;
  return Math.max(...days.map((day, index) => (days[index + 1] ?? days[0]! + 7) - day));
}

/** The days that a field names, ascending, Sunday is 0. */
function daysOfWeek(field: string): number[] | undefined {
  if (field === '*' || field === '?') return [0, 1, 2, 3, 4, 5, 6];
  const days = new Set<number>();
  for (const part of field.toUpperCase().split(',')) {
    const [from, to] = part.split('-').map(dayNumber);
    if (from === undefined || (part.includes('-') && to === undefined)) return undefined;
    const last = to === undefined ? from : to < from ? to + 7 : to;
    for (let day = from; day <= last; day += 1) days.add(day % 7);
  }
  return [...days].toSorted((one, other) => one - other);
}

function dayNumber(name: string): number | undefined {
  const index = /^[1-7]$/.test(name) ? Number(name) - 1 : dayNames.indexOf(name);
  return index < 0 ? undefined : index;
}
