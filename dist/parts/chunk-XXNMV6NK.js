import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);

// src/core/schedule/wall-clock.ts
function wallClock(moment, timezone) {
  const parts = new Intl.DateTimeFormat("en-GB", { ...FORM, timeZone: timezone }).formatToParts(moment);
  const part = (type) => parts.find((one) => one.type === type)?.value ?? "";
  return `${part("weekday")} ${part("year")}-${part("month")}-${part("day")} ${part("hour")}:${part("minute")} ${timezone}`;
}
var FORM = {
  weekday: "short",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23"
};
function isTimezone(name) {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat("en-GB", { timeZone: name }).format(0) !== "";
  } catch {
    return false;
  }
}
function timezones() {
  return ["UTC", ...Intl.supportedValuesOf("timeZone")];
}

export {
  wallClock,
  isTimezone,
  timezones
};
