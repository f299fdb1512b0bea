"""Seeds a moto server with a small account that breaks the standard in known ways. Usage: seed.py ENDPOINT"""

import sys
import warnings

import boto3

warnings.filterwarnings("ignore")
options = dict(
    endpoint_url=sys.argv[1],
    region_name="us-east-1",
    aws_access_key_id="x",
    aws_secret_access_key="x",
)
iam = boto3.client("iam", **options)
ec2 = boto3.client("ec2", **options)

# Users: more than one page of any answer, one with a password and no MFA, one with both, one administrator.
for number in range(120):
    iam.create_user(UserName=f"batch-{number:03}")
iam.create_user(UserName="hanako")
iam.create_login_profile(UserName="hanako", Password="Correct-Horse-1")
iam.create_user(UserName="taro")
iam.create_login_profile(UserName="taro", Password="Correct-Horse-2")
device = iam.create_virtual_mfa_device(VirtualMFADeviceName="taro")["VirtualMFADevice"]["SerialNumber"]
iam.enable_mfa_device(UserName="taro", SerialNumber=device, AuthenticationCode1="123456", AuthenticationCode2="654321")
iam.create_user(UserName="jiro")
everything = '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}'
policy = iam.create_policy(PolicyName="everything", PolicyDocument=everything)["Policy"]["Arn"]
iam.attach_user_policy(UserName="jiro", PolicyArn=policy)
iam.put_user_policy(UserName="taro", PolicyName="all", PolicyDocument=everything)

vpc = ec2.create_vpc(CidrBlock="10.9.0.0/16")["Vpc"]["VpcId"]
subnet = ec2.create_subnet(VpcId=vpc, CidrBlock="10.9.1.0/24")["Subnet"]["SubnetId"]


def group(name, *permissions):
    created = ec2.create_security_group(GroupName=name, Description=name, VpcId=vpc)["GroupId"]
    for permission in permissions:
        ec2.authorize_security_group_ingress(GroupId=created, IpPermissions=[permission])
    return created


def tcp(first, last, *cidrs, v6=()):
    return {
        "IpProtocol": "tcp",
        "FromPort": first,
        "ToPort": last,
        "IpRanges": [{"CidrIp": cidr} for cidr in cidrs],
        "Ipv6Ranges": [{"CidrIpv6": cidr} for cidr in v6],
    }


ssh = group("ssh-open", tcp(22, 22, "0.0.0.0/0"))
group("https-open", tcp(443, 443, "0.0.0.0/0", v6=["::/0"]))
group("halves", tcp(3306, 3306, "0.0.0.0/1", "128.0.0.0/1"))
group("six", tcp(5432, 5432, v6=["::/0"]))
group("office", tcp(3389, 3389, "198.51.100.0/24"))
group("everything", {"IpProtocol": "-1", "IpRanges": [{"CidrIp": "0.0.0.0/0"}]})
# An instance, because a region without any network interface is empty; and enough groups for a second page.
image = ec2.describe_images(Owners=["amazon"])["Images"][0]["ImageId"]
ec2.run_instances(ImageId=image, MinCount=1, MaxCount=1, SubnetId=subnet, SecurityGroupIds=[ssh])
for number in range(60):
    group(f"filler-{number:02}", tcp(443, 443, "203.0.113.0/24"))
