import type { NetworkInterfaceInfo } from 'node:os';
import { describe, expect, it } from 'vitest';
import { localAddresses } from '../../src/server/networks.ts';

const four = (address: string): NetworkInterfaceInfo => ({
  ...{ address, family: 'IPv4', internal: address.startsWith('127.') },
  ...{ netmask: '', mac: '', cidr: null },
});
const six = (address: string): NetworkInterfaceInfo => ({
  ...{ address, family: 'IPv6', internal: address === '::1', scopeid: 0 },
  ...{ netmask: '', mac: '', cidr: null },
});
const lo = [four('127.0.0.1'), six('::1')];

describe('the addresses that are opened for a class', () => {
  it('are the private ones, where there are any', () => {
    const eth0 = [four('203.0.113.9'), four('10.1.2.3'), six('fd00::2')];
    expect(localAddresses({ lo, eth0 })).toEqual(['10.1.2.3']);
  });

  it('are the public ones of a network that has no others, and none of a container or a tunnel', () => {
    const interfaces = { lo, eth0: [four('192.0.2.2'), six('fd00::2')], docker0: [four('172.17.0.1')] };
    expect(localAddresses(interfaces)).toEqual(['192.0.2.2']);
  });

  it('are those of IPv6 where there is no other, and none that needs the name of an interface', () => {
    const eth0 = [six('fe80::1'), six('fd00::2'), six('2001:db8::5')];
    expect(localAddresses({ lo, eth0, wg0: [six('fd00::9')] })).toEqual(['fd00::2', '2001:db8::5']);
  });

  it('are none on a machine without a network', () => {
    expect(localAddresses({ lo, docker0: [four('172.17.0.1')] })).toEqual([]);
  });
});
