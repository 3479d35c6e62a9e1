'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { Button } from '@/components/ui/button';
import { Switch } from '@/components/ui/switch';
import { Furigana } from '@/components/visit/furigana';
import { addDays } from '@/lib/facts/day';
import { momentOf } from '@/lib/facts/moment';
import { withoutReadings } from '@/lib/i18n/furigana';
import { locales } from '@/lib/i18n/locales';
import { languageTag } from '@/lib/i18n/routing';
import type { SettingId } from '@/lib/office/definitions';
import { noWords, type Shape, type Words } from '@/lib/office/shape';
import { useChoiceWords, useFieldWords } from './value-words';

type ShapeOf<Kind extends Shape['kind']> = Extract<Shape, { kind: Kind }>;

interface EditorProps<Of extends Shape, Value> {
  readonly id: SettingId;
  readonly shape: Of;
  /** Names it for a voice. */
  readonly label: string;
  readonly value: Value;
  readonly onChange: (value: unknown) => void;
  readonly isReadOnly: boolean;
}

/** What a field begins with when somebody adds it. */
const blankOf = (shape: Shape, name = ''): unknown => {
  const { day } = momentOf(new Date());
  const isEnd = name === 'until' || name === 'closes';
  switch (shape.kind) {
    case 'switch':
      return false;
    case 'number':
      return shape.least;
    case 'choice':
      return shape.values[0];
    case 'choices':
      return shape.values.slice(0, 1);
    case 'words':
      return noWords;
    case 'time':
      return isEnd ? '17:15' : '08:30';
    case 'day':
      return day;
    case 'moment':
      return isEnd ? `${addDays(day, 1)}T00:00` : `${day}T00:00`;
    case 'optional':
      return null;
    case 'group':
      return Object.fromEntries(Object.entries(shape.fields).map(([field, of]) => [field, blankOf(of, field)]));
    case 'rows':
      return [];
    default:
      return '';
  }
};

const inputTypes = {
  phone: 'tel',
  origin: 'url',
  'internal-address': 'url',
  time: 'time',
  day: 'date',
  moment: 'datetime-local',
} as const;

/** A field for one value, by its shape. What is not allowed is said beside it; nothing is corrected silently. */
export function Editor({ shape, ...props }: EditorProps<Shape, unknown>) {
  const { label, value, onChange, isReadOnly } = props;
  switch (shape.kind) {
    case 'switch':
      return <OnOff {...props} />;
    case 'number':
      return <NumberField {...props} shape={shape} />;
    case 'choice':
      return <Select {...props} shape={shape} />;
    case 'choices':
      return <Choices {...props} shape={shape} value={value as readonly string[]} />;
    case 'words':
      return <WordsFields {...props} shape={shape} value={value as Words} />;
    case 'optional':
      return <Optional {...props} shape={shape} />;
    case 'group':
      return <Group {...props} shape={shape} value={value as Readonly<Record<string, unknown>>} />;
    case 'rows':
      return <Rows {...props} shape={shape} value={value as readonly unknown[]} />;
    default:
      return (
        <input
          className="setting-input"
          type={inputTypes[shape.kind]}
          aria-label={label}
          value={String(value)}
          readOnly={isReadOnly}
          spellCheck={false}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
      );
  }
}

function OnOff({ label, value, onChange, isReadOnly }: Omit<EditorProps<Shape, unknown>, 'shape'>) {
  const t = useTranslations('OfficeSettingsPage');
  const isOn = value === true;
  return (
    <Switch
      isOn={isOn}
      aria-label={label}
      aria-disabled={isReadOnly || undefined}
      onClick={() => !isReadOnly && onChange(!isOn)}
    >
      <span className="ui-switch-state">
        <Furigana>{isOn ? t('on') : t('off')}</Furigana>
      </span>
    </Switch>
  );
}

function NumberField({ shape, label, value, onChange, isReadOnly }: EditorProps<ShapeOf<'number'>, unknown>) {
  const t = useTranslations('OfficeSettingsPage');
  const unit = t(`units.${shape.unit}`);
  const id = useId();
  return (
    <span className="setting-number">
      <input
        className="setting-input"
        type="number"
        inputMode="numeric"
        aria-label={label}
        aria-describedby={id}
        min={shape.least}
        max={shape.most}
        value={Number.isNaN(value) ? '' : String(value)}
        readOnly={isReadOnly}
        onChange={({ currentTarget }) => onChange(currentTarget.valueAsNumber)}
      />
      <span id={id} className="setting-hint">
        <Furigana>{t('limit', { least: shape.least, most: shape.most, unit })}</Furigana>
      </span>
    </span>
  );
}

function Select({ id, shape, label, value, onChange, isReadOnly }: EditorProps<ShapeOf<'choice'>, unknown>) {
  const words = useChoiceWords();
  return (
    <select
      className="setting-input"
      aria-label={label}
      value={String(value)}
      disabled={isReadOnly}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    >
      {shape.values.map((each) => (
        <option key={each} value={each}>
          {withoutReadings(words(id, each))}
        </option>
      ))}
    </select>
  );
}

/** The chosen ones first, in their order, which can be changed. */
function Choices({
  id,
  shape,
  label,
  value,
  onChange,
  isReadOnly,
}: EditorProps<ShapeOf<'choices'>, readonly string[]>) {
  const t = useTranslations('OfficeSettingsPage');
  const words = useChoiceWords();
  const others = shape.values.filter((each) => !value.includes(each));
  const toggle = (each: string): void =>
    onChange(value.includes(each) ? value.filter((other) => other !== each) : [...value, each]);
  const move = (at: number, by: 1 | -1): void => {
    const [moved] = value.slice(at, at + 1);
    if (moved !== undefined) onChange(value.toSpliced(at, 1).toSpliced(at + by, 0, moved));
  };
  return (
    <fieldset className="setting-choices">
      <legend className="sr-only">{label}</legend>
      {[...value, ...others].map((each, at) => {
        const name = words(id, each);
        const isChosen = at < value.length;
        return (
          <div key={each} className="setting-choice" data-chosen={isChosen || undefined}>
            <label>
              <input
                type="checkbox"
                checked={isChosen}
                disabled={isReadOnly || shape.always.includes(each)}
                onChange={() => toggle(each)}
              />
              <span>
                <Furigana>{name}</Furigana>
              </span>
            </label>
            {isChosen && value.length > 1 && !isReadOnly && (
              <span className="setting-moves">
                <button
                  type="button"
                  aria-label={`${withoutReadings(name)} ${withoutReadings(t('up'))}`}
                  aria-disabled={at === 0}
                  onClick={() => at > 0 && move(at, -1)}
                >
                  ↑
                </button>
                <button
                  type="button"
                  aria-label={`${withoutReadings(name)} ${withoutReadings(t('down'))}`}
                  aria-disabled={at === value.length - 1}
                  onClick={() => at < value.length - 1 && move(at, 1)}
                >
                  ↓
                </button>
              </span>
            )}
          </div>
        );
      })}
    </fieldset>
  );
}

function WordsFields({ shape, label, value, onChange, isReadOnly }: EditorProps<ShapeOf<'words'>, Words>) {
  const t = useTranslations('OfficeSettingsPage');
  return (
    <div className="setting-words">
      {locales.map((locale) => {
        const language = t(`languages.${locale}`);
        const used = [...value[locale]].length;
        return (
          <label key={locale}>
            <span className="setting-hint">
              <Furigana>{language}</Furigana>
            </span>
            <input
              className="setting-input"
              type="text"
              lang={languageTag(locale)}
              aria-label={`${label} ${withoutReadings(language)}`}
              value={value[locale]}
              readOnly={isReadOnly}
              onChange={({ currentTarget }) => onChange({ ...value, [locale]: currentTarget.value })}
            />
            <span className="setting-hint" data-over={used > shape.most || undefined}>
              <Furigana>{t('characters', { used, most: shape.most })}</Furigana>
            </span>
          </label>
        );
      })}
    </div>
  );
}

function Optional({ shape, value, onChange, isReadOnly, ...rest }: EditorProps<ShapeOf<'optional'>, unknown>) {
  const t = useTranslations('OfficeSettingsPage');
  const isSet = value !== null;
  return (
    <div className="setting-optional">
      <label>
        <input
          type="checkbox"
          aria-label={`${rest.label} ${withoutReadings(t('set'))}`}
          checked={isSet}
          disabled={isReadOnly}
          onChange={() => onChange(isSet ? null : blankOf(shape.of, 'until'))}
        />
        <span>
          <Furigana>{t('set')}</Furigana>
        </span>
      </label>
      {isSet && <Editor {...rest} shape={shape.of} value={value} onChange={onChange} isReadOnly={isReadOnly} />}
    </div>
  );
}

function Group({
  id,
  shape,
  label,
  value,
  onChange,
  isReadOnly,
}: EditorProps<ShapeOf<'group'>, Readonly<Record<string, unknown>>>) {
  const words = useFieldWords();
  return (
    <div className="setting-group" data-setting={id}>
      {Object.entries(shape.fields).map(([name, of]) => (
        <div key={name} className="setting-field" data-kind={of.kind}>
          <span className="setting-field-name">
            <Furigana>{words(id, name)}</Furigana>
          </span>
          <Editor
            id={id}
            shape={of}
            label={`${label} ${withoutReadings(words(id, name))}`}
            value={value[name]}
            onChange={(to) => onChange({ ...value, [name]: to })}
            isReadOnly={isReadOnly}
          />
        </div>
      ))}
    </div>
  );
}

function Rows({ id, shape, label, value, onChange, isReadOnly }: EditorProps<ShapeOf<'rows'>, readonly unknown[]>) {
  const t = useTranslations('OfficeSettingsPage');
  return (
    <div className="setting-rows">
      {value.map((row, at) => {
        const name = withoutReadings(t('row', { number: at + 1 }));
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row has no name but its place
          <div key={at} className="setting-row">
            <Editor
              id={id}
              shape={shape.row}
              label={`${label} ${name}`}
              value={row}
              onChange={(to) => onChange(value.with(at, to))}
              isReadOnly={isReadOnly}
            />
            {!isReadOnly && (
              <Button
                variant="quiet"
                aria-label={`${name} ${withoutReadings(t('remove'))}`}
                onClick={() => onChange(value.toSpliced(at, 1))}
              >
                <span>
                  <Furigana>{t('remove')}</Furigana>
                </span>
              </Button>
            )}
          </div>
        );
      })}
      {!isReadOnly && value.length < shape.most && (
        <Button variant="secondary" onClick={() => onChange([...value, blankOf(shape.row)])}>
          <span>
            <Furigana>{t('add')}</Furigana>
          </span>
        </Button>
      )}
    </div>
  );
}
