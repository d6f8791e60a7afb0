"""The page's models in PyTorch: loads the `.safetensors` files that it exports, and saves such files.

    from cmml import load, save
    model = load("cmml-run.safetensors")            # a torch.nn.Module; model.config, model.provenance
    scores = model(support_pairs, support_labels, query_pairs)      # [B, S, D], [B, S], [B, Q, D] -> [B, Q]
    save(model, "changed.safetensors")              # the page opens it ('Open a file')

One file, longer than others of the project, because people download it and put it beside their own programs.
Needs torch alone. Names, `[out, in]` weights and equations are those of docs/formats.md and docs/model.md.
`B` tasks, `S` support pairs, `Q` query pairs, `D` size of a pair vector, `P` size of a context, `R = B Q`.
"""

import datetime
import hashlib
import json
import math
import struct
import sys

import torch
from torch import nn
from torch.nn import functional as F

MODULES = 4  # a layer, of soft modularization
MOMENTS = ("optimiser.first", "optimiser.second")
LONGEST_HEADER = 1 << 20
MASKED = 1e4  # the page's src/model/attention.ts
PRIOR_PAIRS = 3  # the page's src/model/encoder/prototype.ts
SHRINKAGE = 5  # the page's src/model/encoder/weighted.ts


class FileError(ValueError):
    """A file that is damaged, or is none of the page's; the message says what is wrong."""


class CMML(nn.Module):
    """A model of the page. Parameters start as the page's do (PyTorch's defaults), from torch's seed.

    `config` is a dict as in a file's `__metadata__`: task, encoder, hybrid, modulation, leakySlope, sizes,
    and optionally layers, prototype, consensus, attention, inputs, positivesOnly, statistics, rounds, dropout,
    headBias, gammaBias.
    """

    def __init__(self, config, provenance=None, note=None):
        super().__init__()
        self.config, self.provenance, self.note = config, provenance or unknown_origin(config), note
        self.encoder = ENCODERS[config["encoder"]](config)
        size = context_size(config)
        if config["hybrid"] == "mlp":
            self.hybrid = nn.Module()
            self.hybrid.fc0 = nn.Linear(size + pair_size(config), size)
            self.hybrid.fc1 = nn.Linear(size, size)
        if config["hybrid"] == "attention" and config.get("attention") != "uniform":
            self.hybrid = nn.Module()
            self.hybrid.likes, self.hybrid.dislikes = Weigher(config), Weigher(config)
        self.backbone, self.modulation = backbone_of(config), modulation_of(config)

    def forward(self, support_pairs, support_labels, query_pairs, support_mask=None, statistics=None):
        """Scores `[B, Q]`: higher is better; in the rating task, stars (or what is left of them).

        support_labels: `[B, S]`, 1 liked and 0 not, or ratings. support_mask: `[B, S]`, 1 where there is
        a pair and 0 where there is padding. statistics: `[B, statistics]` of the support labels, where the
        configuration has them. Raises ValueError when they are missing.
        """
        context = self.encode(support_pairs, support_labels, support_mask)
        support = (support_pairs, support_labels, support_mask)
        return self.predict(context, query_pairs, statistics, support)

    def encode(self, pairs, labels, mask=None):
        """The context of each task, `C [B, P]`; zero for an empty support set."""
        config = self.config
        if pairs.shape[1] == 0:
            return pairs.new_zeros(pairs.shape[0], context_size(config))
        labels = labels.to(pairs)  # whole numbers are fine
        counted = self.counted(labels, mask)
        values = labels if config["task"] == "rating" else 2 * labels - 1
        context = self.encoder(pairs, labels, values, counted)
        if not config.get("prototype") or config["encoder"] == "weighted":
            return context
        prototype = weighted_mean(pairs, values * counted, at_least_one(counted))
        likes, dislikes = labels * counted, (1 - labels) * counted
        if config["prototype"] == "separate":
            prototype = weighted_mean(pairs, likes, at_least_one(likes))
        if config.get("consensus"):
            prototype = prototype / liked_deviation(pairs, labels if mask is None else labels * mask.to(pairs))
        if config["prototype"] != "separate":
            return context + prototype
        return torch.cat([context + prototype, weighted_mean(pairs, dislikes, at_least_one(dislikes))], -1)

    def counted(self, labels, mask):
        """Pairs that count, `[B, S]` of 0 and 1."""
        counted = torch.ones_like(labels) if mask is None else mask.to(labels)
        only_positives = self.config.get("positivesOnly") and self.config["task"] == "ranking"
        return counted * labels if only_positives else counted

    def weights(self, support_pairs, support_labels, query_pairs, support_mask=None):
        """Attention of each candidate on likes and on dislikes, `[B, Q, S]` each; rows sum to 1, or to 0."""
        labels = support_labels.to(support_pairs)
        counted = self.counted(labels, support_mask)
        found = []
        for side, own in (("likes", labels * counted), ("dislikes", (1 - labels) * counted)):
            uniform = self.config.get("attention") == "uniform"
            logits = query_pairs.new_zeros(*query_pairs.shape[:2], support_pairs.shape[1])
            logits = logits if uniform else getattr(self.hybrid, side)(query_pairs, support_pairs)
            own = own[:, None]
            found.append((logits + (own - 1) * MASKED).softmax(-1) * own)
        return found

    def attend(self, support, query_pairs):
        """What each candidate reads of the support set: `[a, a * x, d * x]`, `[B, Q, 3 D]`."""
        pairs = support[0]
        if pairs.shape[1] == 0:
            return query_pairs.new_zeros(*query_pairs.shape[:2], 3 * query_pairs.shape[2])
        likes, dislikes = self.weights(pairs, support[1], query_pairs, support[2])
        mean = likes @ pairs
        variance = F.relu(likes @ pairs**2 - mean**2)
        prior = PRIOR_PAIRS * ((likes**2).sum(-1, keepdim=True) + 1 - likes.sum(-1, keepdim=True))
        liked = mean / ((variance + prior) / (1 + prior)).sqrt()
        return torch.cat([liked, liked * query_pairs, (dislikes @ pairs) * query_pairs], -1)

    def predict(self, context, query_pairs, statistics=None, support=None):
        """Scores `[B, Q]` of `query_pairs [B, Q, D]` under any context `[B, P]`.

        support: pairs, labels and mask (or None), which attention by candidate needs.
        """
        config, slope = self.config, self.config["leakySlope"]
        if config["encoder"] == "weighted":
            query_pairs, keys = self.encoder.embed(query_pairs)
        else:
            keys = query_pairs
        each = context[:, None].expand(-1, query_pairs.shape[1], -1)
        hybrid = self.mixed(each, keys)
        if config["hybrid"] == "attention":
            if support is None:
                raise ValueError("attention by candidate needs the support set")
            hybrid = torch.cat([hybrid, self.attend(support, query_pairs)], -1)
        read = [each] if config.get("inputs") in ("context", "product") else []
        if config.get("statistics"):
            if statistics is None:
                raise ValueError("this model needs the statistics of its support labels")
            read.append(statistics[:, None].expand(-1, query_pairs.shape[1], -1))
        heads = self.heads(torch.cat([*read, hybrid], -1))
        hidden = torch.cat([query_pairs, hybrid], -1) if config.get("inputs") == "product" else query_pairs
        scores = (self.routed if config["modulation"] == "soft" else self.layered)(hidden, heads, slope)
        return scores + hybrid @ self.encoder.scale if config["encoder"] == "weighted" else scores

    def mixed(self, each, keys):
        """Equation 8 of contexts `[B, Q, P]` and pairs `[B, Q, D]`."""
        if self.config["hybrid"] == "none":
            return each
        if self.config["hybrid"] == "mlp":
            return self.hybrid.fc1(F.relu(self.hybrid.fc0(torch.cat([each, keys], -1))))
        return each * (keys if each.shape[-1] == keys.shape[-1] else torch.cat([keys, keys], -1))

    def heads(self, read):
        """What the modulation network gives, a head a layer (one for `linear`, none for `none`)."""
        outputs, network, kind = [], self.modulation, self.config["modulation"]
        for layer in range(trunk_layers(self.config)):
            read = F.relu(getattr(network, f"trunk{layer}")(read))
            if kind != "linear":
                outputs.append(getattr(network, f"{'route' if kind == 'soft' else 'head'}{layer}")(read))
        return [network.head(read)] if kind == "linear" else outputs

    def layered(self, hidden, heads, slope):
        """Equations 2 and 9 to 11: LeakyReLU layers, scaled and shifted, or with generated last weights."""
        kind = self.config["modulation"]
        for layer in range(layers_of(self.config)):
            hidden = getattr(self.backbone, f"layer{layer}")(hidden)
            if kind == "film":
                gamma, beta = heads[layer].chunk(2, -1)
                hidden = gamma * hidden + beta
            elif kind == "sigmoid":
                hidden = torch.sigmoid(heads[layer]) * hidden
            hidden = F.leaky_relu(hidden, slope)
        if kind == "linear":
            return (hidden * heads[0][..., :-1]).sum(-1) + heads[0][..., -1]
        return self.backbone.out(hidden)[..., 0]

    def routed(self, hidden, heads, _slope):
        """Equations 12 and 13: ReLU modules; the weights into a module sum to 1 over its sources."""
        inputs = [hidden] * MODULES
        for layer in range(layers_of(self.config)):
            modules = getattr(self.backbone, f"layer{layer}")
            values = [F.relu(getattr(modules, f"module{m}")(inputs[m])) for m in range(MODULES)]
            route = heads[layer].unflatten(-1, (MODULES, targets(self.config, layer))).softmax(-2)
            inputs = (torch.stack(values, -1) @ route).unbind(-1)
        return self.backbone.out(inputs[0])[..., 0]


class Weigher(nn.Linear):
    """Logits of candidates on support pairs, `sharpness phi(x) . phi(x_k) / sqrt(K)`, with one linear `phi`."""

    def __init__(self, config):
        super().__init__(config["sizes"]["pairDim"], config["sizes"].get("key", 16))
        self.sharpness = nn.Parameter(torch.tensor([3.0]))

    def forward(self, candidates, support):
        phi = super().forward
        return self.sharpness * phi(candidates) @ phi(support).transpose(1, 2) / math.sqrt(self.out_features)


class LabelledEncoder(nn.Module):
    """What `mean`, `max` and `gru` share: a vector of the label beside each pair."""

    def __init__(self, config):
        super().__init__()
        self.rating = config["task"] == "rating"
        size = config["sizes"]["labelDim"]
        if self.rating:
            self.label0, self.label1 = nn.Linear(1, size), nn.Linear(size, size)

    def labelled(self, pairs, labels):
        if self.rating:
            vectors = self.label1(F.relu(self.label0(labels[..., None])))
        else:
            vectors = torch.stack([labels, 1 - labels], -1)
        return torch.cat([pairs, vectors], -1)


class PairMlp(LabelledEncoder):
    """Equation 6: a network on each pair, then the mean or the maximum of those that count."""

    def __init__(self, config):
        super().__init__(config)
        sizes, hidden = config["sizes"], config["sizes"]["poolHidden"]
        self.maximum = config["encoder"] == "max"
        self.pair0 = nn.Linear(sizes["pairDim"] + sizes["labelDim"], hidden)
        self.pair1, self.pair2 = nn.Linear(hidden, hidden), nn.Linear(hidden, sizes["pairDim"])

    def forward(self, pairs, labels, _values, counted):
        hidden = F.relu(self.pair1(F.relu(self.pair0(self.labelled(pairs, labels)))))
        each = self.pair2(hidden)
        if not self.maximum:
            return weighted_mean(each, counted, at_least_one(counted))
        highest = (each + (1 - counted)[..., None] * -1e9).max(1).values
        return torch.where(counted.max(1, keepdim=True).values > 0, highest, torch.zeros_like(highest))


class GruEncoder(LabelledEncoder):
    """Equation 7: a GRU over the pairs (gates r, z, n), its last state through two layers."""

    def __init__(self, config):
        super().__init__(config)
        sizes, hidden = config["sizes"], config["sizes"]["gruHidden"]
        drawn = lambda *shape: nn.Parameter(torch.empty(shape).uniform_(-(hidden**-0.5), hidden**-0.5))
        self.gru = nn.Module()
        self.gru.weightIh = drawn(3 * hidden, sizes["pairDim"] + sizes["labelDim"])
        self.gru.weightHh, self.gru.biasIh = drawn(3 * hidden, hidden), drawn(3 * hidden)
        self.gru.biasHh = drawn(3 * hidden)
        self.out0, self.out1 = nn.Linear(hidden, hidden), nn.Linear(hidden, sizes["pairDim"])

    def forward(self, pairs, labels, _values, counted):
        inputs = F.linear(self.labelled(pairs, labels), self.gru.weightIh, self.gru.biasIh)
        state = pairs.new_zeros(pairs.shape[0], self.gru.weightHh.shape[1])
        for step in range(pairs.shape[1]):
            input_r, input_z, input_n = inputs[:, step].chunk(3, -1)
            state_r, state_z, state_n = F.linear(state, self.gru.weightHh, self.gru.biasHh).chunk(3, -1)
            reset, update = torch.sigmoid(input_r + state_r), torch.sigmoid(input_z + state_z)
            new = torch.tanh(input_n + reset * state_n)
            # A pair that does not count leaves the state as it is.
            state = torch.where(counted[:, step, None] > 0, new + update * (state - new), state)
        return self.out1(F.relu(self.out0(state))) * counted.max(1, keepdim=True).values


class WeightedEncoder(nn.Module):
    """Label-weighted pooling in rounds: each explains what the context leaves of the labels."""

    def __init__(self, config):
        super().__init__()
        sizes, size, rounds = config["sizes"], pair_size(config), config.get("rounds", 1)
        self.slope, self.dropout = config["leakySlope"], config.get("dropout", 0)
        self.embed0 = nn.Linear(sizes["pairDim"], sizes["poolHidden"])
        self.embed1, self.key = nn.Linear(sizes["poolHidden"], size), nn.Linear(size, size)
        self.rates = nn.Parameter(torch.full((rounds,), 1 / rounds))
        self.ridge = nn.Parameter(torch.tensor([math.log(math.e - 1)]))
        self.scale = nn.Parameter(torch.ones(size))

    def embed(self, pairs):
        """Embedding and key of pairs."""
        hidden = F.leaky_relu(self.embed0(pairs), self.slope)
        embedding = self.embed1(F.dropout(hidden, self.dropout, self.training))
        return embedding, self.key(embedding)

    def forward(self, pairs, _labels, values, counted):
        keys = self.embed(pairs)[1] * counted[..., None]
        shrunken = at_least_one(counted)[..., None] + SHRINKAGE * F.softplus(self.ridge)
        errors, context = values[:, None], 0
        for rate in self.rates:
            change = errors @ keys / shrunken * rate
            context = context + change
            errors = errors - (change * self.scale) @ keys.transpose(1, 2)
        return context[:, 0]


ENCODERS = {"mean": PairMlp, "max": PairMlp, "gru": GruEncoder, "weighted": WeightedEncoder}


def layers_of(config):
    return config.get("layers", 3)


def trunk_layers(config):
    kind, layers = config["modulation"], layers_of(config)
    return 0 if kind == "none" else max(1, layers - 1) if kind == "linear" else layers


def targets(config, layer):
    return 1 if layer == layers_of(config) - 1 else MODULES


def pair_size(config):
    """Size of what is read of a pair: `D`, or the embedding of the `weighted` encoder."""
    sizes = config["sizes"]
    return sizes.get("embedding", 32) if config["encoder"] == "weighted" else sizes["pairDim"]


def context_size(config):
    """`P`: as large as a pair, or twice that with separate prototypes."""
    separate = config.get("prototype") == "separate" and config["encoder"] != "weighted"
    return pair_size(config) * (2 if separate else 1)


def hybrid_size(config):
    return context_size(config) + (3 * pair_size(config) if config["hybrid"] == "attention" else 0)


def backbone_of(config):
    sizes, soft, network = config["sizes"], config["modulation"] == "soft", nn.Module()
    inputs = pair_size(config) + (hybrid_size(config) if config.get("inputs") == "product" else 0)
    for layer in range(layers_of(config)):
        last = layer == layers_of(config) - 1
        width = sizes["moduleWidth"] if soft else sizes["width"]
        if soft and last:
            width = sizes.get("lastModuleWidth", width)
        made = nn.Module() if soft else nn.Linear(inputs, width)
        for m in range(MODULES if soft else 0):
            setattr(made, f"module{m}", nn.Linear(inputs, width))
        setattr(network, f"layer{layer}", made)
        inputs = width
    if config["modulation"] != "linear":
        network.out = nn.Linear(inputs, 1)
    return network


def modulation_of(config):
    kind, sizes, network = config["modulation"], config["sizes"], nn.Module()
    per_task = context_size(config) if config.get("inputs") in ("context", "product") else 0
    inputs = hybrid_size(config) + per_task + config.get("statistics", 0)
    for layer in range(trunk_layers(config)):
        setattr(network, f"trunk{layer}", nn.Linear(inputs, sizes["trunk"]))
        inputs = sizes["trunk"]
        if kind == "soft":
            setattr(network, f"route{layer}", nn.Linear(inputs, MODULES * targets(config, layer)))
        elif kind != "linear":
            head = nn.Linear(inputs, sizes["width"] * (2 if kind == "film" else 1))
            start_head(head, config, sizes["width"])
            setattr(network, f"head{layer}", head)
    if kind == "linear":
        network.head = nn.Linear(inputs, sizes["width"] + 1)
    return network


def start_head(head, config, width):
    beta = config.get("headBias")
    gamma = config.get("gammaBias", beta) if config["modulation"] == "film" else beta
    if beta is None and gamma is None:
        return
    with torch.no_grad():
        head.bias[:width], head.bias[width:] = gamma, beta or 0


def at_least_one(counted):
    """Pairs that count, `[B, 1]`."""
    return counted.sum(1, keepdim=True).clamp(min=1)


def weighted_mean(values, weights, counts):
    """`values [B, S, D]`, `weights [B, S]`, `counts [B, 1]` -> `[B, D]`"""
    return (values * weights[..., None]).sum(1) / counts


def liked_deviation(pairs, liked):
    """Deviation of the `n` liked pairs by column: `sqrt((n var + 3) / (n + 3))`, `[B, D]`."""
    count = liked.sum(1, keepdim=True)
    mean = weighted_mean(pairs, liked, count.clamp(min=1))
    variance = weighted_mean((pairs - mean[:, None]) ** 2, liked, count.clamp(min=1))
    return ((variance * count + PRIOR_PAIRS) / (count + PRIOR_PAIRS)).sqrt()


def unknown_origin(config):
    """The provenance of a model that was made in Python, unless told."""
    now = datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds")
    setting = "rating" if config["task"] == "rating" else "anonymous"
    made = {"command": "cmml.py", "setting": setting, "treatment": "plain", "seed": 0, "steps": 0}
    return {**made, "commit": "", "date": now, "dataset": "", "metrics": {}}


def load(path):
    """The model in a file of the page, in evaluation mode. Raises FileError, or OSError."""
    with open(path, "rb") as file:
        content = file.read()
    header, payload = split(content)
    about = header.pop("__metadata__", None)
    if not isinstance(about, dict) or about.get("format") != "cmml-1":
        raise FileError("is no export of the page: its format is not 'cmml-1'")
    if about.get("sha256") and hashlib.sha256(payload).hexdigest() != about["sha256"]:
        raise FileError("has been damaged: its values do not match their hash")
    try:
        config, provenance = json.loads(about["config"]), json.loads(about["provenance"])
        model = CMML(config, provenance, about.get("note"))
        # Adam's moments are the page's own: training in PyTorch starts with new ones.
        weights = {name: tensor_of(payload, **at) for name, at in header.items() if name not in MOMENTS}
        model.load_state_dict(weights)
    except FileError:
        raise
    except (KeyError, TypeError, ValueError, RuntimeError) as error:
        raise FileError(f"does not hold the model it describes: {error}") from error
    return model.eval()


def save(model, path):
    """Writes a file that the page opens, with the model's config, provenance and note."""
    header, parts, at = {}, [], 0
    for name, tensor in model.state_dict().items():
        values = tensor.detach().to("cpu", torch.float32).contiguous()
        if not torch.isfinite(values).all():
            raise FileError(f"cannot be written: '{name}' has values that are no numbers")
        parts.append(struct.pack(f"<{values.numel()}f", *values.flatten().tolist()))
        end = at + len(parts[-1])
        header[name] = {"dtype": "F32", "shape": list(values.shape), "data_offsets": [at, end]}
        at = end
    payload = b"".join(parts)
    header["__metadata__"] = {
        "format": "cmml-1",
        "config": json.dumps(model.config),
        "provenance": json.dumps(model.provenance),
        "sha256": hashlib.sha256(payload).hexdigest(),
        **({} if model.note is None else {"note": model.note}),
    }
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + payload)


def split(content):
    """Header and values of a safetensors file."""
    length = struct.unpack("<Q", content[:8])[0] if len(content) >= 8 else LONGEST_HEADER + 1
    if length > LONGEST_HEADER or 8 + length > len(content):
        raise FileError("is no safetensors file, or is cut off in its header")
    try:
        header = json.loads(content[8 : 8 + length])
    except ValueError as error:
        raise FileError("has a header that is not JSON") from error
    if not isinstance(header, dict):
        raise FileError("has a header that is no object")
    return header, content[8 + length :]


def tensor_of(payload, dtype, shape, data_offsets):
    start, end = data_offsets
    count = math.prod(shape)
    if dtype != "F32" or not 0 <= start <= end <= len(payload) or end - start != 4 * count:
        raise FileError("has a tensor that is no float32, or lies outside the file")
    values = torch.tensor(struct.unpack(f"<{count}f", payload[start:end]), dtype=torch.float32)
    if not torch.isfinite(values).all():
        raise FileError("has values that are no numbers")
    return values.reshape(shape)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    found = load(sys.argv[1])
    print(json.dumps({"config": found.config, "provenance": found.provenance}, indent=2))
    for key, value in found.state_dict().items():
        print(f"{key} {list(value.shape)}")
