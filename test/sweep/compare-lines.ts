/** What two lists of lines do not share, each line as often as it is there. */
export function compareLines(wanted: readonly string[], there: readonly string[]): readonly string[] {
  return [
    ...without(wanted, there).map((line) => `- ${line.slice(0, 600)}`),
    ...without(there, wanted).map((line) => `+ ${line.slice(0, 600)}`),
  ];
}

export function without(lines: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others];
  return lines.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
