/** Marks a stylesheet written in TypeScript: compiled with the rest, formatted as CSS, no file to copy into the build. */
export const css = String.raw;
