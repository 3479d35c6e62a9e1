'use client';

import { useTranslations } from 'next-intl';
import { Switch } from '@/components/ui/switch';
import { withoutReadings } from '@/lib/i18n/furigana';
import { usePathname } from '@/lib/i18n/navigation';
import { changeDisplay, type TextSize, type Theme, textSizes, themes, useDisplay } from './display';
import { Furigana } from './furigana';
import { useSurface } from './place';

/** On a wide screen always in sight; on a phone behind one button. */
export function DisplaySettings() {
  const t = useTranslations('DisplaySettings');
  const { isLow, sound, textSize, theme } = useDisplay();
  const isOfVisitors = !usePathname().startsWith('/staff');
  // Its place is kept until it is known where this screen stands; until then none of this is seen.
  const hasReach = useSurface() !== 'home' && isOfVisitors;

  return (
    <>
      <button type="button" popoverTarget="display-settings" className="ui-switch display-settings-opener">
        <SettingsIcon />
        <span>
          <Furigana>{t('settings')}</Furigana>
        </span>
      </button>
      <div id="display-settings" popover="auto" className="display-settings">
        <fieldset className="ui-segments themes">
          <legend className="sr-only">{withoutReadings(t('theme'))}</legend>
          {themes.map((name) => (
            <Choice
              key={name}
              group="theme"
              label={withoutReadings(t(`themes.${name}`))}
              isChosen={name === theme}
              onChoose={() => changeDisplay({ theme: name })}
              data-sample={name}
            />
          ))}
        </fieldset>
        <fieldset className="ui-segments text-sizes">
          <legend className="sr-only">{withoutReadings(t('textSize'))}</legend>
          {textSizes.map((size) => (
            <Choice
              key={size}
              group="text-size"
              label={withoutReadings(t(size))}
              isChosen={size === textSize}
              onChoose={() => changeDisplay({ textSize: size })}
              data-size={size}
            />
          ))}
        </fieldset>
        <Switch isOn={sound} onClick={() => changeDisplay({ sound: !sound })} data-setting="sound">
          <SoundIcon isOn={sound} />
          <span>
            <Furigana>{t('sound')}</Furigana>
          </span>
          <span className="ui-switch-state">{sound ? t('on') : t('off')}</span>
        </Switch>
        {hasReach && (
          <Switch isOn={isLow} onClick={() => changeDisplay({ isLow: !isLow })} data-setting="low">
            <LowIcon />
            <span>
              <Furigana>{t('low')}</Furigana>
            </span>
          </Switch>
        )}
      </div>
    </>
  );
}

interface ChoiceProps {
  group: string;
  label: string;
  isChosen: boolean;
  onChoose: () => void;
  /** One of the two: what the letter shows. */
  'data-sample'?: Theme;
  'data-size'?: TextSize;
}

/** One letter, as all of them would look. */
function Choice({ group, label, isChosen, onChoose, ...looks }: ChoiceProps) {
  const t = useTranslations('DisplaySettings');
  return (
    <label className="ui-segment" {...looks}>
      <input type="radio" name={group} className="sr-only" aria-label={label} checked={isChosen} onChange={onChoose} />
      <span aria-hidden="true">{t('letter')}</span>
    </label>
  );
}

function SettingsIcon() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false" fill="none" stroke="currentColor" strokeWidth="2">
      <path d="M4 7h9m5 0h2M4 17h2m5 0h9" strokeLinecap="round" />
      <circle cx="15.5" cy="7" r="2.5" />
      <circle cx="8.5" cy="17" r="2.5" />
    </svg>
  );
}

function SoundIcon({ isOn }: { isOn: boolean }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false" fill="none" stroke="currentColor" strokeWidth="2">
      <path d="M4 9.5h3.5L12 5.5v13l-4.5-4H4z" strokeLinejoin="round" />
      <path d={isOn ? 'M15.5 9a4 4 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11' : 'm16 9.5 5 5m0-5-5 5'} strokeLinecap="round" />
    </svg>
  );
}

function LowIcon() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false" fill="none" stroke="currentColor" strokeWidth="2">
      <path d="M12 3.5v12m-5-5 5 5 5-5M5 20.5h14" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
