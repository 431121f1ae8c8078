/** The addresses under which other devices reach this machine. */
import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os';

type Interfaces = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;

/** Networks inside the machine or through a tunnel, where no tablet is. */
const NO_TABLETS =
  /^(docker|br-|veth|virbr|vboxnet|vmnet|vEthernet|lxc|lxd|podman|cni|flannel|cali|tailscale|wg|utun|tun|tap|zt|ham)/i;

/** 10/8, 172.16/12, 192.168/16, and 169.254/16, which devices give themselves where nobody else does. */
const LOCAL = /^(10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.)/;

function external(interfaces: Interfaces): { readonly name: string; readonly address: string }[] {
  return Object.entries(interfaces).flatMap(([name, entries]) =>
    (entries ?? [])
      .filter(({ family, internal }) => family === 'IPv4' && !internal)
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

/** Those of them on a local network: not the ones that the whole Internet might reach. */
export function localAddresses(interfaces: Interfaces = networkInterfaces()): readonly string[] {
  return external(interfaces)
    .filter(({ name, address }) => !NO_TABLETS.test(name) && LOCAL.test(address))
    .map(({ address }) => address);
}
