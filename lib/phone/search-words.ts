/** How people write the names of phones, brought to one spelling. */

/** What a Japanese word stands for in the names of models. Written as people write it; `foldText` brings it in shape. */
const spellings: Readonly<Record<string, string>> = {
  // Makers.
  アップル: 'apple',
  グーグル: 'google',
  サムスン: 'samsung',
  サムソン: 'samsung',
  ソニー: 'sony',
  シャープ: 'sharp',
  富士通: 'fujitsu',
  フジツー: 'fujitsu',
  フジツウ: 'fujitsu',
  京セラ: 'kyocera',
  キョウセラ: 'kyocera',
  キョーセラ: 'kyocera',
  シャオミ: 'xiaomi',
  小米: 'xiaomi',
  オッポ: 'oppo',
  ファーウェイ: 'huawei',
  ファウェイ: 'huawei',
  ホアウェイ: 'huawei',
  華為: 'huawei',
  エルジー: 'lg',
  エイスース: 'asus',
  アスース: 'asus',
  ナッシング: 'nothing',
  ナッシングフォン: 'nothing phone',
  バルミューダ: 'balmuda',
  パナソニック: 'panasonic',
  // Carriers.
  ドコモ: 'docomo',
  エーユー: 'au',
  ソフトバンク: 'softbank',
  ワイモバイル: 'ymobile',
  ワイモバ: 'ymobile',
  ユーキュー: 'uq',
  楽天: 'rakuten',
  ラクテン: 'rakuten',
  シムフリー: 'sim free',
  フリー: 'free',
  モバイル: 'mobile',
  // Brands and series.
  アイフォン: 'iphone',
  アイフォーン: 'iphone',
  アイホン: 'iphone',
  アイポン: 'iphone',
  ピクセル: 'pixel',
  ギャラクシー: 'galaxy',
  ギャラクシィ: 'galaxy',
  ギャラクシ: 'galaxy',
  ギャラシー: 'galaxy',
  エクスペリア: 'xperia',
  エキスペリア: 'xperia',
  エクスぺリア: 'xperia',
  アクオス: 'aquos',
  アクオスフォン: 'aquos phone',
  アクウォス: 'aquos',
  アロウズ: 'arrows',
  アローズ: 'arrows',
  アロース: 'arrows',
  らくらく: 'rakuraku',
  楽楽: 'rakuraku',
  楽々: 'rakuraku',
  かんたん: 'kantan',
  簡単: 'kantan',
  カンタン: 'kantan',
  シンプル: 'simple',
  あんしん: 'anshin',
  安心: 'anshin',
  おてがる: 'otegaru',
  お手軽: 'otegaru',
  ファミリー: 'family',
  ディグノ: 'digno',
  デグノ: 'digno',
  トルク: 'torque',
  ベイシオ: 'basio',
  バシオ: 'basio',
  ベーシオ: 'basio',
  グラティーナ: 'gratina',
  グラティナ: 'gratina',
  ウルバーノ: 'urbano',
  アルバーノ: 'urbano',
  キュアフォン: 'qua phone',
  キュア: 'qua',
  インフォバー: 'infobar',
  ミライエ: 'miraie',
  ラフレ: 'rafre',
  リノ: 'reno',
  レノ: 'reno',
  ファインド: 'find',
  レドミ: 'redmi',
  レッドミ: 'redmi',
  ノバ: 'nova',
  ゼンフォン: 'zenfone',
  ゼンホン: 'zenfone',
  リベロ: 'libero',
  アクソン: 'axon',
  アンドロイドワン: 'android one',
  アンドロイド: 'android',
  ディズニー: 'disney',
  ディズニーモバイル: 'disney mobile',
  メディアス: 'medias',
  エルーガ: 'eluga',
  オプティマス: 'optimus',
  バタフライ: 'butterfly',
  ハンド: 'hand',
  // What stands behind them.
  センス: 'sense',
  ウィッシュ: 'wish',
  ウイッシュ: 'wish',
  ゼロ: 'zero',
  エース: 'ace',
  ノート: 'note',
  フォールド: 'fold',
  フォルド: 'fold',
  フリップ: 'flip',
  ゼータ: 'zeta',
  セリエ: 'serie',
  クリスタル: 'crystal',
  エバー: 'ever',
  エッジ: 'edge',
  アクティブ: 'active',
  フィール: 'feel',
  プロ: 'pro',
  マックス: 'max',
  プロマックス: 'pro max',
  ミニ: 'mini',
  プラス: 'plus',
  ウルトラ: 'ultra',
  ライト: 'lite',
  コンパクト: 'compact',
  プレミアム: 'premium',
  パフォーマンス: 'performance',
  ベーシック: 'basic',
  エアー: 'air',
  エア: 'air',
  サウンド: 'sound',
  マーク: 'mark',
  エスイー: 'se',
  エックス: 'x',
  テンアール: 'xr',
  テンエス: 'xs',
  ファイブジー: '5g',
  スタイル: 'style',
  アール: 'r',
  ゼット: 'z',
  スマートフォン: 'smartphone',
  スマートホン: 'smartphone',
  スマホ: 'smartphone',
  フォン: 'phone',
  ホン: 'phone',
  携帯: 'keitai',
  ケータイ: 'keitai',
  ケイタイ: 'keitai',
};

/** Words that say no more than that it is a phone, or that a name has in one shop and not in the other. */
const sayingLittle: ReadonlySet<string> = new Set(['smartphone', 'phone', 'keitai', 'mobile', '5g', '4g', 'lte']);
export const saysLittle = (word: string): boolean => sayingLittle.has(word);

/** Between Japanese words: "ドコモの". */
const particles: ReadonlySet<string> = new Set(['の', 'な', 'を', 'は', 'と', 'です']);

const smallKana = 'ぁぃぅぇぉっゃゅょゎ';
const largeKana = 'あいうえおつやゆよわ';
const kanjiDigits = '一二三四五六七八九';
const digitOf = (digit: string): string => {
  const place = kanjiDigits.indexOf(digit);
  return place === -1 ? digit : String(place + 1);
};

/** "ギャラクシイ" and "ギャラクシー" are read alike: a vowel after its own row only makes it longer. */
const longVowels =
  /([あかさたなはまやらわがざだばぱ])あ|([いきしちにひみりぎじぢびぴ])い|([うくすつぬふむゆるぐずづぶぷ])う|([えけせてねへめれげぜでべぺ])え|([おこそとのほもよろごぞどぼぽ])お/g;

const foldKana = (text: string): string =>
  text
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/ゔ([ぁぃぇぉ]?)/g, (_, vowel: string) => ({ ぁ: 'ば', ぃ: 'び', ぇ: 'べ', ぉ: 'ぼ' })[vowel] ?? 'ぶ')
    .replace(/[ぁぃぅぇぉっゃゅょゎ]/g, (kana) => largeKana[smallKana.indexOf(kana)] ?? kana)
    .replace(/[‐-―−ー〜’]/g, '')
    .replace(longVowels, '$1$2$3$4$5')
    .replace(/第?([0-9一二三四五六七八九])世代/g, (_, digit: string) => ` ${digitOf(digit)} `);

const foldLatin = (text: string): string =>
  text
    .replace(/\(r\)|[-~_'.!?]/g, '')
    .replaceAll('+', ' plus ')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();

/**
 * One spelling for what does not matter: width, case, kind and size of kana, long vowels, hyphens within a word. A `+` is
 * spoken, "第2世代" is a 2, and every other sign parts words.
 */
export const foldText = (text: string): string => {
  const folded = text.normalize('NFKC').toLowerCase();
  return foldLatin(/[^ -~]/.test(folded) ? foldKana(folded) : folded);
};

const latinOf: ReadonlyMap<string, string> = new Map(
  Object.entries(spellings).map(([japanese, latin]) => [foldText(japanese), latin]),
);
const longestSpelling = Math.max(...[...latinOf.keys()].map((key) => key.length));

/** Every Japanese spelling, folded, with the Latin one run together. */
export const japaneseSpellings: readonly (readonly [japanese: string, latin: string])[] = [...latinOf].map(
  ([japanese, latin]) => [japanese, latin.replaceAll(' ', '')],
);

const spellingAt = (run: string, start: number): string | undefined => {
  for (let length = Math.min(longestSpelling, run.length - start); length > 1; length -= 1) {
    const spelling = run.slice(start, start + length);
    if (latinOf.has(spelling)) return spelling;
  }
  return undefined;
};

/** "あくおすせんす" → "aquos sense"; what is in no table stays as it is. */
const translateRun = (run: string): string => {
  const words: string[] = [];
  let rest = '';
  const endRest = (): void => {
    if (rest !== '' && !particles.has(rest)) words.push(rest);
    rest = '';
  };
  for (let place = 0; place < run.length; ) {
    const spelling = spellingAt(run, place);
    if (spelling === undefined) rest += run[place];
    else {
      endRest();
      words.push(latinOf.get(spelling) ?? spelling);
    }
    place += spelling?.length ?? 1;
  }
  endRest();
  return ` ${words.join(' ')} `;
};

const romans: Readonly<Record<string, string>> = { 2: 'ii', 3: 'iii', 4: 'iv', 5: 'v', 6: 'vi', 7: 'vii' };
/** Names count in Roman digits where people write Arabic ones: "Xperia 1 IV", "エクスペリア 1 マーク4". */
export const romanOf = (digit: string): string | undefined => romans[digit];

const rewrite = (text: string): string =>
  text
    .replace(/\b(?:mark|mk) ?([2-7])\b/g, (_, digit: string) => romans[digit] ?? digit)
    .replace(/\by mobile\b/g, 'ymobile')
    // Nothing is called iPhone 10 but the X, which is read so.
    .replace(/\biphone ?10 ?(s|r)?\b/g, 'iphone x$1');

const japaneseRuns = /[\p{Script=Hiragana}\p{Script=Han}]+/gu;
const translate = (text: string): string =>
  /[^ -~]/.test(text) ? text.replace(japaneseRuns, translateRun).replace(/ +/g, ' ').trim() : text;

/** The words of a name, or of what somebody typed, in the spelling of the names. */
export const wordsOf = (text: string): readonly string[] =>
  rewrite(translate(foldText(text)))
    .trim()
    .split(' ')
    .filter((word) => word !== '');
