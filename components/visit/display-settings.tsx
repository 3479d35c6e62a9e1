'use client';

import { useTranslations } from 'next-intl';
import { Switch } from '@/components/ui/switch';
import { withoutReadings } from '@/lib/i18n/furigana';
import { changeDisplay, type TextSize, textSizes, useDisplay } from './display';
import { Furigana } from './furigana';

/** On a wide screen always in sight; on a phone behind one button. */
export function DisplaySettings() {
  const t = useTranslations('DisplaySettings');
  const { contrast, sound, textSize } = useDisplay();
  const stateWord = (isOn: boolean) => <span className="ui-switch-state">{isOn ? t('on') : t('off')}</span>;

  return (
    <>
      <button type="button" popoverTarget="display-settings" className="ui-switch display-settings-opener">
        <SettingsIcon />
        <span>
          <Furigana>{t('settings')}</Furigana>
        </span>
      </button>
      <div id="display-settings" popover="auto" className="display-settings">
        <Switch isOn={sound} onClick={() => changeDisplay({ sound: !sound })} data-setting="sound">
          <SoundIcon isOn={sound} />
          <span>
            <Furigana>{t('sound')}</Furigana>
          </span>
          {stateWord(sound)}
        </Switch>
        <Switch
          isOn={contrast === 'high'}
          onClick={() => changeDisplay({ contrast: contrast === 'high' ? 'standard' : 'high' })}
          data-setting="contrast"
        >
          <ContrastIcon />
          <span>
            <Furigana>{t('contrast')}</Furigana>
          </span>
          {stateWord(contrast === 'high')}
        </Switch>
        <fieldset className="ui-segments text-sizes">
          <legend className="sr-only">{withoutReadings(t('textSize'))}</legend>
          {textSizes.map((size) => (
            <TextSizeChoice key={size} size={size} isChosen={size === textSize} />
          ))}
        </fieldset>
      </div>
    </>
  );
}

function TextSizeChoice({ size, isChosen }: { size: TextSize; isChosen: boolean }) {
  const t = useTranslations('DisplaySettings');
  return (
    <label className="ui-segment" data-size={size}>
      <input
        type="radio"
        name="text-size"
        className="sr-only"
        aria-label={withoutReadings(t(size))}
        checked={isChosen}
        onChange={() => changeDisplay({ textSize: size })}
      />
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

function ContrastIcon() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false" fill="none" stroke="currentColor" strokeWidth="2">
      <circle cx="12" cy="12" r="8.5" />
      <path d="M12 3.5a8.5 8.5 0 0 1 0 17z" fill="currentColor" stroke="none" />
    </svg>
  );
}
