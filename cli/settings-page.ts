import { allowedOf } from '../lib/office/check.ts';
import { type SettingGroup, settingGroups, settingIds, settings } from '../lib/office/definitions.ts';
import { settingWords } from './words.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|');

const usualText = (value: unknown): string => {
  const text = JSON.stringify(value);
  return text === '{"ja":"","ja-easy":"","en":""}' ? 'nothing' : `\`${text}\``;
};

const settingRow = (id: (typeof settingIds)[number]): string => {
  const { OfficeSettings } = settingWords('en');
  const { title, note } = OfficeSettings[id];
  const { shape, usual } = settings[id];
  return `| \`${id}\` | ${cell(title)}. ${cell(note)} | ${cell(usualText(usual))} | ${cell(allowedOf(shape))} |`;
};

const section = (group: SettingGroup): string => `## ${settingWords('en').OfficeSettingsPage.groups[group]}

| setting | what it does | usual value | allowed |
| --- | --- | --- | --- |
${settingIds
  .filter((id) => settings[id].group === group)
  .map(settingRow)
  .join('\n')}`;

/** docs/office-settings.md: every setting with its usual value and its bound, and how they travel. */
export const settingsPage = (): string => `# The office's own settings

Made by \`npm run -s kazasu -- settings list > docs/office-settings.md\` from \`lib/office/definitions.ts\`; a test fails when it is out of
date. Changed in the console under \`/ja/staff/settings\`, or by a file ([command-line.md](command-line.md)). Why they are made this way:
[decision 12](decisions/0012-office-settings.md).

${settingIds.length} settings. What is not set is as usual. A text is \`{ "ja": …, "ja-easy": …, "en": … }\`; where a language is left empty, the Japanese
stands, so the Japanese cannot be empty alone. A text has no markup, no line breaks and no characters that are not seen. Readings are written
as in the messages: \`窓口《まどぐち》\`. Times are in Japan. Nothing a visitor types or is goes into a setting, and no setting reaches anybody
but the visitors of this office.

${settingGroups.map(section).join('\n\n')}

What does not go together is refused as well: an errand that is shown first and hidden; a first language that is not offered; call
steps that do not grow; the queue system switched on without an address.

## Queue system

Off unless \`queueSystem\` is on. Then the office's own server – never a page – asks every \`queueIntervalSeconds\`:

    GET <queueAddress>
    Accept: application/json

and takes a 200 with at most 4,096 bytes of JSON, UTF-8:

    { "waitMinutes": 25, "asOf": "2026-11-26T10:15:00+09:00" }

| member | meaning |
| --- | --- |
| \`waitMinutes\` | whole minutes that somebody who comes now will wait; from 0 to \`queueMostMinutes\` |
| \`asOf\` | when that was counted, ISO 8601 with a time zone. May be left out: then it is as old as the answer. Not more than two minutes in the future |

Other members are not looked at. A redirect, another status, no answer within \`queueTimeoutMilliseconds\`, anything that cannot be
understood and anything older than \`queueStaleMinutes\` are not taken: the last good answer stays until it is too old, then the usual wait
is said. A wait that somebody has typed in (\`todayWait\`) comes first until its time is over. The console shows what came of the last try.

The address is on this machine (\`127.0.0.1\`, \`localhost\`, \`[::1]\`), or on a host that whoever runs the server has named in the environment
variable \`KAZASU_QUEUE_HOSTS\` (names with a comma between them). The console cannot name one: who may change settings could otherwise use
the server to look around in the network of the office. No name or password can be in the address.

## For pages: \`GET /api/desk/office\`

What of the settings visitors' screens are told, as it holds at that moment: \`PublicOffice\` in \`lib/office/public-office.ts\`. A kiosk asks
every 30 s, and goes by the last answer while there is none; a wait, a notice and an outage carry the time until which that is so. At home it is
asked once; a server of plain files has none, and the page goes by what is usual.
`;
