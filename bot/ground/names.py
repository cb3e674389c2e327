"""How a name is put together. Han names stand family name first, without a blank (GB/T 28039 for their spelling)."""

import re

from bot.ground.text import HAN

_ALL_HAN = re.compile(f"[{HAN}·]+")
_LONG_FAMILY = "欧阳歐陽司马司馬上官诸葛諸葛东方東方皇甫尉迟尉遲公孙公孫慕容司徒令狐端木夏侯"
_FAMILY = frozenset(re.findall("..", _LONG_FAMILY)) | frozenset(
    "王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭肖程曹袁邓鄧许許傅沈曾彭吕呂苏蘇"
    "卢盧蒋蔣蔡贾賈丁魏薛叶葉阎閻余潘杜戴夏钟鍾汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段"
    "钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文欧歐"
)
"""The hundred commonest and their traditional forms: enough to tell which of two fields holds the family name."""


def whole_name(first: str, last: str) -> str:
    """Of a client's two fields: 小明 + 王 is 王小明, and so is 王 + 小明; Anna + Lee stays Anna Lee."""
    if not (first and last and _ALL_HAN.fullmatch(first) and _ALL_HAN.fullmatch(last)):
        return " ".join(part for part in (first, last) if part)
    if (first in _FAMILY) != (last in _FAMILY):
        return first + last if first in _FAMILY else last + first
    return first + last if len(first) < len(last) else last + first
