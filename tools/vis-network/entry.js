// The two parts of vis-network that the page uses, in the build for browsers of the last years.
import { Network } from "./node_modules/vis-network/esnext/esm/vis-network.js";
import { DataSet } from "./node_modules/vis-data/esnext/esm/vis-data.js";

globalThis.vis = { Network, DataSet };
