/** What is assumed of a cloud where nobody measures it: reports name these beside what they reckon with them. */

/** From Heat's order until a server answers. */
export const BOOT_SECONDS = 180;
/** Between two looks of Aodh at an alarm (aodh.conf evaluation_interval). */
export const EVALUATION_SECONDS = 60;
