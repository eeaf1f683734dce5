/** What this browser remembers of the reader's own settings; a browser that forbids it just forgets. */
export const remembered = {
  read(name: string): string | null {
    try {
      return localStorage.getItem(`evenhand.${name}`);
    } catch {
      return null;
    }
  },
  write(name: string, value: string): void {
    try {
      localStorage.setItem(`evenhand.${name}`, value);
    } catch {
      // Storage is full or forbidden: the setting holds until the page closes.
    }
  },
};
