export const defaultPort = 3000;

/** `--port=3000` as the two words `--port 3000`. */
export const splitAtEqualsSign = (word: string): string[] => {
  const at = word.indexOf('=');
  return word.startsWith('--') && at > 0 ? [word.slice(0, at), word.slice(at + 1)] : [word];
};

export const toPort = (text: string | undefined): number | undefined => {
  if (text === undefined || !/^\d{1,5}$/.test(text)) return undefined;
  const port = Number(text);
  return port <= 65_535 ? port : undefined;
};
