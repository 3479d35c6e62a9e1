import { useTranslations } from 'next-intl';
import type { Route } from '@/lib/advice/advice';
import { Furigana } from '../furigana';

/** What comes first, in its order. */
export function RouteSteps({ route: { first, channel } }: { route: Route }) {
  const t = useTranslations('Advice');
  const steps = useTranslations('Steps');
  if (first.length === 0) {
    return channel === 'online' ? (
      <p className="assurance">
        <Furigana>{t('ready')}</Furigana>
      </p>
    ) : null;
  }
  return (
    <section className="advice-part">
      <h2>
        <Furigana>{t('steps')}</Furigana>
      </h2>
      <ol className="steps route-steps">
        {first.map((step) => (
          <li key={step}>
            <div>
              <h3>
                <Furigana>{steps(`${step}.title`)}</Furigana>
              </h3>
              <p>
                <Furigana>{steps(`${step}.how`)}</Furigana>
              </p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
