/** The addresses under which other devices reach this machine. */
import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os';

type Interfaces = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;

/** Networks inside the machine or through a tunnel, where no tablet is. */
const NO_TABLETS =
  /^(docker|br-|veth|virbr|vboxnet|vmnet|vEthernet|lxc|lxd|podman|cni|flannel|cali|tailscale|wg|utun|tun|tap|zt|ham)/i;

/** 10/8, 172.16/12, 192.168/16, and 169.254/16, which devices give themselves where nobody else does. */
const LOCAL = /^(10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.)/;

/** fe80::/10: of no use without the name of an interface, which no browser takes. */
const LINK_ONLY = /^fe[89ab]/i;

function external(
  interfaces: Interfaces,
  wanted: NetworkInterfaceInfo['family'] = 'IPv4',
): { readonly name: string; readonly address: string }[] {
  return Object.entries(interfaces).flatMap(([name, entries]) =>
    (entries ?? [])
      .filter(({ family, internal }) => family === wanted && !internal)
      .map(({ address }) => ({ name, address })),
  );
}

/** IPv4 addresses of this machine, those that a tablet most likely reaches first. */
export function machineAddresses(interfaces: Interfaces = networkInterfaces()): readonly string[] {
  const all = external(interfaces);
  const near = all.filter(({ name }) => !NO_TABLETS.test(name));
  const far = all.filter(({ name }) => NO_TABLETS.test(name));
  return [...near, ...far].map(({ address }) => address);
}

/**
 * Addresses at which the devices of this network reach this machine. Where there is a private one, only those; on a
 * network with public addresses, as many a campus has, its own; where there is no IPv4 at all, those of IPv6.
 */
export function localAddresses(interfaces: Interfaces = networkInterfaces()): readonly string[] {
  const near = (family: NetworkInterfaceInfo['family']) =>
    external(interfaces, family)
      .filter(({ name }) => !NO_TABLETS.test(name))
      .map(({ address }) => address);
  const four = near('IPv4');
  const own = four.filter((address) => LOCAL.test(address));
  if (own.length > 0) return own;
  return four.length > 0 ? four : near('IPv6').filter((address) => !LINK_ONLY.test(address));
}
