type Cell = string | number | null;

const quoted = (cell: Cell): string => {
  const text = String(cell ?? '');
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Lines of comma-separated values, quoted where they must be. */
export const stringify = (rows: readonly (readonly Cell[])[]): string => `${rows.map((row) => row.map(quoted).join(',')).join('\n')}\n`;
