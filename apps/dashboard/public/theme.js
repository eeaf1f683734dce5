// Runs before the first paint, in a file of its own so that the page needs no inline script: sets the theme that this reader chose.
try {
  const chosen = localStorage.getItem('evenhand.theme');
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen;
} catch {
  // Storage is forbidden: the theme of the system holds.
}
