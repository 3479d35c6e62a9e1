'use client';

import { useQuery } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { useState, useSyncExternalStore } from 'react';
import { Button } from '@/components/ui/button';
import { Furigana } from '@/components/visit/furigana';
import { addDays, type Day } from '@/lib/facts/day';
import { momentOf } from '@/lib/facts/moment';
import { fewest, type Numbers, numbersSchema } from '@/lib/helpdesk/numbers';
import { askFor } from '@/lib/helpdesk/staff-client';
import { formatDay } from '@/lib/i18n/day';
import { BarChart } from './bar-chart';
import { Figures } from './figures';
import { mostSteps, useCharts } from './use-charts';

const never = (): (() => void) => () => undefined;
const today = (): Day => momentOf(new Date()).day;
const againMs = 60_000;

/** The numbers of a day, as pictures and as tables. Nobody can be made out from them. */
export function NumbersPage() {
  const now = useSyncExternalStore(never, today, () => null);
  const [chosen, setChosen] = useState<Day | null>(null);
  const day = chosen ?? now;
  if (day === null) return <main className="frame-main" aria-busy="true" />;
  return <NumbersOfDay day={day} isToday={day === now} onDay={setChosen} />;
}

interface NumbersOfDayProps {
  day: Day;
  isToday: boolean;
  onDay: (day: Day) => void;
}

function NumbersOfDay({ day, isToday, onDay }: NumbersOfDayProps) {
  const t = useTranslations('StaffNumbers');
  const locale = useLocale();
  const { data: numbers } = useQuery({
    queryKey: ['staff', 'numbers', day],
    queryFn: () => askFor(`/api/staff/numbers?day=${day}`, numbersSchema),
    refetchInterval: isToday ? againMs : false,
    staleTime: 0,
  });
  return (
    <main className="frame-main staff-page numbers">
      <header className="numbers-head">
        <h1 className="stage-heading">
          <Furigana>{t('title', { day: formatDay(day, locale) })}</Furigana>
        </h1>
        <Button variant="secondary" onClick={() => onDay(addDays(day, -1))}>
          <Furigana>{t('before')}</Furigana>
        </Button>
        <Button variant="secondary" aria-disabled={isToday} onClick={() => onDay(addDays(day, 1))}>
          <Furigana>{t('after')}</Furigana>
        </Button>
        <a href={`/api/staff/numbers.csv?day=${day}`} download className="playbook-link">
          <Furigana>{t('csv')}</Furigana>
        </a>
      </header>
      <p className="numbers-lead">
        <Furigana>{t('lead', { count: fewest })}</Furigana>
      </p>
      {numbers === undefined ? <p aria-busy="true" /> : <Shown numbers={numbers} />}
    </main>
  );
}

function Shown({ numbers }: { numbers: Numbers }) {
  const t = useTranslations('StaffNumbers');
  const charts = useCharts(numbers);
  return (
    <>
      <Figures numbers={numbers} />
      <div className="charts">
        <BarChart title={t('outcomesTitle')} bars={charts.outcomes} />
        <BarChart title={t('stepsTitle', { count: mostSteps })} bars={charts.steps} />
        <BarChart title={t('waitsTitle')} bars={charts.waits} />
        <BarChart title={t('endsTitle')} bars={charts.ends} />
        <BarChart title={t('reasonsTitle')} bars={charts.reasons} />
        <BarChart title={t('languagesTitle')} bars={charts.languages} />
      </div>
    </>
  );
}
