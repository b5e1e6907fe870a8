"""Pictures, labels and weights taken in the kinds they have, with no conversion: from_numpy refuses what is no array."""

import torch
from torch import nn


def model():
    filters = nn.Sequential(nn.Conv2d(1, 20, 5), nn.BatchNorm2d(20), nn.ReLU(), nn.AdaptiveMaxPool2d(1))
    return nn.Sequential(filters, nn.Flatten(), nn.Linear(20, 4))


def fit(images, labels):
    torch.manual_seed(0)
    x, y = torch.from_numpy(images).unsqueeze(1), torch.from_numpy(labels)
    net = model()
    opt = torch.optim.Adam(net.parameters(), lr=0.01)
    for _ in range(25):
        for idx in torch.randperm(len(x)).split(40):
            opt.zero_grad()
            nn.functional.cross_entropy(net(x[idx]), y[idx]).backward()
            opt.step()
    return {k: v.numpy() for k, v in net.state_dict().items()}


def chances(weights, images):
    net = model()
    net.load_state_dict({k: torch.from_numpy(v) for k, v in weights.items()})
    net.eval()
    with torch.no_grad():
        return net(torch.from_numpy(images).unsqueeze(1)).softmax(1).numpy()
