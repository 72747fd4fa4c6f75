/** What compiling must know of the cloud: how large flavors are, how measures are kept. */

export interface CloudFacts {
  readonly flavors: readonly Flavor[];
}

export interface Flavor {
  readonly id: string;
  readonly name: string;
  readonly vcpus: number;
  readonly ramMiB: number;
  readonly diskGiB: number;
}
