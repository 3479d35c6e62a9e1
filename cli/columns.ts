/** Terminal cells a text takes: characters of the East Asian blocks take two (Unicode Standard Annex 11, W and F). */
const cells = (text: string): number =>
  [...text].reduce(
    (sum, character) =>
      sum + (/[\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/u.test(character) ? 2 : 1),
    0,
  );

/** Two columns, the second one aligned. */
export const columns = (rows: readonly (readonly [string, string])[]): string => {
  const width = Math.max(...rows.map(([name]) => cells(name)));
  return rows.map(([name, value]) => `${name}${' '.repeat(width - cells(name) + 2)}${value}`).join('\n');
};
