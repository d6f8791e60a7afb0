"""The page's data sets in PyTorch: what a model of the page reads of a film, and whole rankings.

    from catalogue import Catalogue
    from cmml import load
    films = Catalogue("public/datasets/movielens-small")
    films.rank(load("cmml-run.safetensors"), [(260, 1), (1193, 0)])     # [(film, score), ...], best first

Needs torch, and cmml.py for the model. Films are named by MovieLens' identifiers. Pair vectors are those of the page's
src/data/features.ts and rating-features.ts, for somebody whom the data do not hold. `N` films, `D` size of a pair vector.
"""

import array
import hashlib
import json
import math
import pathlib
import struct
import sys

import torch

# The page's src/data/types.ts and features.ts.
GENRES, DECADES, FIRST_DECADE, ATTRIBUTE_SCALE = 19, 9, 1930, 2
META_TRAIN = 1
# src/data/biases.ts, factorise/explicit.ts and rating-features.ts.
SHRINKAGE, RIDGE, BIAS_SCALE, LOG_MEAN, LOG_DEVIATION = 5, 5, 0.35, 3.6, 1.2
CODES = {"int8": "b", "uint8": "B", "int16": "h", "uint16": "H", "int32": "i", "uint32": "I", "float32": "f"}


class Catalogue:
    """A data set's films. `id` `[N]` and `title` are lists, in the data set's order.

    Raises ValueError for a file that is not the one of the manifest, OSError for one that is not there.
    """

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.manifest = json.loads((self.folder / "manifest.json").read_text("utf-8"))
        films = self.columns("movies.bin")
        self.id, self.title = films["id"], films["title"]
        self.index = {film: at for at, film in enumerate(self.id)}
        genres, years = torch.tensor(films["genres"]), torch.tensor(films["year"])
        has = (genres[:, None] >> torch.arange(GENRES)) & 1
        decade = ((years - FIRST_DECADE).div(10, rounding_mode="floor")).clamp(0, DECADES - 1)
        of_decade = (decade[:, None] == torch.arange(DECADES)) & (years > 0)[:, None]
        self.attributes = ATTRIBUTE_SCALE * torch.cat([has, of_decade.long()], 1).float()

    def rank(self, model, support):
        """All films but those of `support`, best first, as pairs of identifier and score.

        support: pairs of identifier and label, 1 liked and 0 not, or stars. Raises KeyError for a film that the data
        do not hold, ValueError for a model of known users.
        """
        setting = model.provenance["setting"]
        if setting == "visitor":  # what files called it once
            setting = "anonymous"
        if setting not in ("anonymous", "rating"):
            raise ValueError(f"a model of the setting '{setting}' ranks for users of its data alone")
        seen = torch.tensor([self.index[film] for film, _ in support], dtype=torch.long)
        labels = torch.tensor([label for _, label in support], dtype=torch.float32)
        statistics, base = None, torch.zeros(len(self.id))
        if setting == "anonymous":
            pairs = self.anonymous_pairs()
        else:
            pairs, mean, bias = self.rating_pairs()
            left = labels - mean - bias[seen]
            user = left.sum() / (len(support) + SHRINKAGE)
            spread = ((left - user) ** 2).mean().sqrt() if support else torch.tensor(0.0)
            statistics = torch.stack([user, spread, torch.tensor(math.log1p(len(support)))]).float()[None]
            if model.provenance["treatment"] == "full":  # the model predicts what these leave of a rating
                base = (mean + user + bias).float()
                labels = labels - base[seen]
        with torch.no_grad():
            scores = model(pairs[seen][None], labels[None], pairs[None], statistics=statistics)[0] + base
        order = scores.argsort(descending=True, stable=True).tolist()
        hidden = set(seen.tolist())
        return [(self.id[at], scores[at].item()) for at in order if at not in hidden]

    def anonymous_pairs(self):
        """`[N, D]`: 32 factors, genres, decades."""
        factors = self.columns("factors.bin")
        scale = torch.tensor(factors["scale"], dtype=torch.float32)
        codes = torch.tensor(factors["codes"], dtype=torch.float32).reshape(len(self.id), -1)
        return torch.cat([codes * scale[:, None], self.attributes], 1)

    def rating_pairs(self):
        """`[N, D]`: 16 factors, genres, decades, bias, log count; the mean rating; the films' biases `[N]`, in stars."""
        ratings, users = self.columns("ratings.bin"), self.columns("users.bin")
        trains = torch.tensor(users["fold"]) == META_TRAIN
        user = torch.tensor(ratings["user"])
        known = trains[user]
        user, item = user[known], torch.tensor(ratings["item"])[known]
        stars = torch.tensor(ratings["halfStars"], dtype=torch.float64)[known] / 2
        rater = torch.tensor(users["raterFactors"], dtype=torch.float64).reshape(len(trains), -1)
        films, dim, mean = len(self.id), rater.shape[1], stars.mean()
        counts = torch.bincount(item, minlength=films).double()
        bias = totals(item, stars - mean, films) / (counts + SHRINKAGE)
        left = stars - mean - bias[item]
        of_users = torch.bincount(user, minlength=len(trains)).double()
        left = left - (totals(user, left, len(trains)) / (of_users + SHRINKAGE))[user]
        # A film's factors are the ridge regression of what is left of its ratings on its raters' factors.
        x = rater[user]
        gram = torch.stack([totals(item, x * x[:, k : k + 1], films) for k in range(dim)], 1)
        gram = gram + RIDGE * torch.eye(dim, dtype=torch.float64)
        factors = torch.linalg.solve(gram, totals(item, x * left[:, None], films)[..., None])[..., 0]
        factors = factors / (factors[item] ** 2).mean().sqrt()
        numbers = torch.stack([bias / BIAS_SCALE, (counts.log1p() - LOG_MEAN) / LOG_DEVIATION], 1)
        return torch.cat([factors.float(), self.attributes, numbers.float()], 1), mean, bias

    def columns(self, file):
        """The columns of one of the data set's files, as lists by name (the page's src/data/columns.ts)."""
        content = (self.folder / file).read_bytes()
        if hashlib.sha256(content).hexdigest() != self.manifest["files"][file]["sha256"]:
            raise ValueError(f"{file} is not the file that its manifest describes")
        at = 8 + struct.unpack("<I", content[4:8])[0]
        found = {}
        for column in json.loads(content[8:at]):
            part, at = content[at : at + column["bytes"]], at + column["bytes"]
            found[column["name"]] = decode(part, column["type"], column["coding"])
        return found


def totals(at, values, count):
    """Sums of the rows of `values` by the index `at`: `[count, ...]`."""
    return values.new_zeros(count, *values.shape[1:]).index_add_(0, at, values)


def decode(part, kind, coding):
    """The entries of a column: lines, differences of seven bits a byte, or numbers as they lie."""
    if coding == "lines":
        return part.decode().split("\n")
    if coding == "plain":
        numbers = array.array(CODES[kind], part)
        if sys.byteorder == "big":
            numbers.byteswap()
        return numbers.tolist()
    entries, last, zigzag, shift = [], 0, 0, 0
    for byte in part:
        zigzag |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            last += (zigzag >> 1) ^ -(zigzag & 1)
            entries.append(last)
            zigzag, shift = 0, 0
    return entries
