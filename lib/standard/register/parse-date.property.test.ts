import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eras } from './eras.ts';
import { parseDate } from './parse-date.ts';

const dayInMilliseconds = 86_400_000;
const firstDay = Date.UTC(1912, 0, 1);
const everyDay = Array.from({ length: (Date.UTC(2101, 0, 1) - firstDay) / dayInMilliseconds }, (_, index) =>
  new Date(firstDay + index * dayInMilliseconds).toISOString().slice(0, 10),
);
/** Where a calendar may slip: around the ends of months, in their middle, and around the ends of eras. */
const tellingDays = everyDay.filter((date, at) => {
  const day = date.slice(8);
  const isNearMonthEnd = day <= '02' || day === '15' || (everyDay[at + 1] ?? '').endsWith('-01');
  return (
    isNearMonthEnd ||
    eras.some(
      ({ first, last }) => Math.abs(Date.parse(date) - Date.parse(first)) < 4 * dayInMilliseconds || date === last,
    )
  );
});
const parts = (date: string): [year: number, month: number, day: number] => {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return [year, month, day];
};
const serial = (date: string): number => Date.parse(date) / dayInMilliseconds + 25_569;
/** As a calendar names the year, and by which sign: the later era where two share a day. */
function eraOf(date: string): { name: string; letter: string; year: string } {
  const era = eras.find(({ first, last }) => first <= date && date <= last);
  const year = parts(date)[0] - (era?.before ?? 0);
  return { name: era?.names[0] ?? '', letter: era?.names[1] ?? '', year: year === 1 ? '元' : String(year) };
}
const twoDigits = (number: number): string => String(number).padStart(2, '0');
const fullWidth = (text: string): string =>
  text.replaceAll(/\d/g, (digit) => String.fromCodePoint((digit.codePointAt(0) ?? 0) + 0xfee0));

const forms: Record<string, (date: string) => string | number> = {
  ISO: (date) => date,
  'ISO with midnight': (date) => `${date}T00:00:00.000Z`,
  slashes: (date) => parts(date).join('/'),
  'slashes and zeros': (date) => date.replaceAll('-', '/'),
  'a spreadsheet’s midnight': (date) => `${parts(date).join('/')} 0:00`,
  dots: (date) => parts(date).join('.'),
  Japanese: (date) => `${parts(date)[0]}年${parts(date)[1]}月${parts(date)[2]}日`,
  'eight digits': (date) => date.replaceAll('-', ''),
  'eight digits as a number': (date) => Number(date.replaceAll('-', '')),
  'an era': (date) => `${eraOf(date).name}${eraOf(date).year}年${parts(date)[1]}月${parts(date)[2]}日`,
  'an era with spaces': (date) => `${eraOf(date).name} ${eraOf(date).year}年 ${parts(date)[1]}月 ${parts(date)[2]}日`,
  'a letter and dots': (date) =>
    `${eraOf(date).letter}${eraOf(date).year}.${twoDigits(parts(date)[1])}.${twoDigits(parts(date)[2])}`,
  'a letter and slashes': (date) =>
    `${eraOf(date).letter.toLowerCase()}${eraOf(date).year}/${parts(date)[1]}/${parts(date)[2]}`,
  'full-width digits': (date) => fullWidth(`${parts(date)[0]}年${parts(date)[1]}月${parts(date)[2]}日`),
  'a full-width era': (date) =>
    fullWidth(`${eraOf(date).name}${eraOf(date).year}年${parts(date)[1]}月${parts(date)[2]}日`),
  'a serial': serial,
  'a serial with a time of day': (date) => serial(date) + 0.75,
};

describe('parseDate', () => {
  it.each(Object.entries(forms))('reads the telling days from 1912 to 2100 written as %s', (_, write) => {
    const days = tellingDays.filter(
      (date) => typeof write(date) === 'string' || Number(write(date)) > 1_000_000 || serial(date) >= 25_569,
    );
    const misread = days.filter((date) => {
      const reading = parseDate(write(date));
      return !('date' in reading) || reading.date !== date;
    });
    expect(misread).toEqual([]);
  });

  it('reads a serial of five digits that is text', () => {
    fc.assert(
      fc.property(fc.constantFrom(...everyDay.filter((date) => serial(date) >= 25_569)), (date) => {
        expect(parseDate(String(serial(date)))).toEqual({ date });
      }),
    );
  });

  it('reads nothing, or a day that is, and the same again, whatever is written', () => {
    const pieces = fc.constantFrom(
      '令和',
      'R',
      '平成',
      '元',
      '年',
      '月',
      '日',
      '/',
      '-',
      '.',
      ' ',
      '0',
      '1',
      '2',
      '9',
      '31',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.double(),
          fc.array(pieces).map((each) => each.join('')),
        ),
        (written) => {
          const reading = parseDate(written);
          const again = 'date' in reading ? parseDate(new Date(reading.date).toISOString().slice(0, 10)) : reading;
          expect(again).toEqual(reading);
        },
      ),
    );
  });

  it.each([
    ['令和元年5月1日', '2019-05-01'],
    ['㋿元年5月1日', '2019-05-01'],
    ['平成31年4月30日', '2019-04-30'],
    ['H31.4.30', '2019-04-30'],
    ['平成元年1月8日', '1989-01-08'],
    ['昭和64年1月7日', '1989-01-07'],
    ['昭和元年12月25日', '1926-12-25'],
    ['大正15年12月25日', '1926-12-25'],
    ['明治45年7月30日', '1912-07-30'],
    ['R8.11.28', '2026-11-28'],
    ['2026年11月28日（土）', '2026-11-28'],
    ['令和8/11/28', '2026-11-28'],
    [46_354, '2026-11-28'],
    ['46354', '2026-11-28'],
  ])('reads %s', (written, date) => {
    expect(parseDate(written)).toEqual({ date });
  });

  it.each([
    ['2026-02-29', 'noSuchDay'],
    ['2026/13/1', 'noSuchDay'],
    ['令和8年2月30日', 'noSuchDay'],
    ['2100-02-29', 'noSuchDay'],
    [60, 'noSuchDay'],
    [2027, 'day'],
    [202_703, 'day'],
    ['20273', 'day'],
    [0, 'noSuchDay'],
    [-5, 'noSuchDay'],
    ['令和元年4月30日', 'notOfThatEra'],
    ['平成31年5月1日', 'notOfThatEra'],
    ['昭和64年1月8日', 'notOfThatEra'],
    ['平成元年1月7日', 'notOfThatEra'],
    ['大正15年12月26日', 'notOfThatEra'],
    ['明治5年1月1日', 'notOfThatEra'],
    ['8/11/28', 'day'],
    ['11/28/2026', 'day'],
    ['2026/11', 'day'],
    ['2026-11-28 09:30', 'day'],
    ['next year', 'day'],
    ['', 'day'],
    [Number.NaN, 'day'],
    [1e20, 'day'],
  ])('refuses %s', (written, why) => {
    expect(parseDate(written)).toEqual({ problem: why });
  });
});
