/** Finds keys of one cloud-config that a later one replaces, which is what cloud-init does with several. */
import { isJsonObject, type Json } from '../../../model/json.ts';
import type { Finding } from '../../../model/problem.ts';
import { quote } from '../quote.ts';
import type { ConfigPart } from './check-part.ts';

/** cloudinit/handlers/cloud_config.py DEFAULT_MERGERS: without merge_how the later value replaces the earlier, whole. */
export function overrideFindings(configs: readonly ConfigPart[]): readonly Finding[] {
  return configs.flatMap((config, index) => {
    if ('merge_how' in config.value || 'merge_type' in config.value) return [];
    const earlier = configs.slice(0, index);
    return Object.keys(config.value)
      .filter((key) => earlier.some(({ value }) => isCollection(value[key])))
      .map((key) => finding(config, key));
  });
}

function isCollection(value: Json | undefined): boolean {
  return Array.isArray(value) || isJsonObject(value);
}

function finding(config: ConfigPart, key: string): Finding {
  const message = `${quote(key)} replaces that of an earlier part, which is lost; write both into one part, or add merge_how`;
  return { rule: 'user-data-part-replaced', severity: 'warn', message, source: config.keyAt(key) };
}
