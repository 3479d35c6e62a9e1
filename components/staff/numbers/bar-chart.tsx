'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { Furigana } from '@/components/visit/furigana';
import { type Figure, fewest } from '@/lib/helpdesk/numbers';
import { withoutReadings } from '@/lib/i18n/furigana';

interface Bar {
  readonly name: string;
  /** `null`: fewer than are told. */
  readonly count: Figure;
}

interface BarChartProps {
  title: string;
  bars: readonly Bar[];
}

/** In units of the picture. */
const rowHeight = 28;
const nameWidth = 220;
const barWidth = 140;
const width = nameWidth + barWidth + 60;
/** Half-width letters of a name that fit; the table has all of it. */
const mostLetters = 30;

const widthOf = (letter: string): 1 | 2 => (/[\u2e80-\u9fff\uff00-\uffef]/.test(letter) ? 2 : 1);

const shortened = (text: string): string => {
  let left = mostLetters;
  const letters = [...text];
  const end = letters.findIndex((letter) => {
    left -= widthOf(letter);
    return left < 0;
  });
  return end === -1 ? text : `${letters.slice(0, end - 1).join('')}…`;
};

/** Bars from left to right, with the figure at the end of each; the same as a table one click away. */
export function BarChart({ title, bars }: BarChartProps) {
  const t = useTranslations('StaffNumbers');
  const titleId = useId();
  return (
    <section className="chart" aria-labelledby={titleId}>
      <h2 id={titleId}>
        <Furigana>{title}</Furigana>
      </h2>
      {bars.length === 0 ? (
        <p className="case-nothing">
          <Furigana>{t('none')}</Furigana>
        </p>
      ) : (
        <>
          <Picture bars={bars} />
          <details>
            <summary>
              <Furigana>{t('asTable')}</Furigana>
            </summary>
            <Table bars={bars} />
          </details>
        </>
      )}
    </section>
  );
}

const useFigureWords = (): ((count: Figure) => string) => {
  const t = useTranslations('StaffNumbers');
  return (count) => (count === null ? t('few', { count: fewest }) : t('figure', { count }));
};

/** What it shows is in the table, where voices read it in order. */
function Picture({ bars }: { bars: readonly Bar[] }) {
  const words = useFigureWords();
  const most = Math.max(fewest, ...bars.map(({ count }) => count ?? 0));
  return (
    <svg viewBox={`0 0 ${width} ${bars.length * rowHeight}`} aria-hidden="true" focusable="false">
      {bars.map(({ name, count }, row) => {
        const length = ((count ?? fewest / 2) / most) * barWidth;
        const y = row * rowHeight;
        return (
          <g key={name}>
            <text x={nameWidth - 10} y={y + 19} textAnchor="end" className="chart-name">
              {shortened(withoutReadings(name))}
            </text>
            <rect
              x={nameWidth}
              y={y + 5}
              width={Math.max(length, 2)}
              height={rowHeight - 10}
              rx={2}
              className="chart-bar"
              data-few={count === null || undefined}
            />
            <text x={nameWidth + length + 8} y={y + 19} className="chart-figure">
              {withoutReadings(words(count))}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

function Table({ bars }: { bars: readonly Bar[] }) {
  const t = useTranslations('StaffNumbers');
  const words = useFigureWords();
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">
            <Furigana>{t('what')}</Furigana>
          </th>
          <th scope="col">
            <Furigana>{t('count')}</Furigana>
          </th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ name, count }) => (
          <tr key={name}>
            <th scope="row">
              <Furigana>{name}</Furigana>
            </th>
            <td>
              <Furigana>{words(count)}</Furigana>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
